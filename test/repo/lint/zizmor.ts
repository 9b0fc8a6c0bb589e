import { array, boolean, number, object, parse, pipe, string, transform } from 'valibot';
import type { Finding, WorkflowText } from './documents.ts';
import { printed, withFiles } from './program.ts';

const location = object({
  symbolic: object({
    key: object({ Local: object({ verbatim_path: string() }) }),
  }),
  concrete: object({ location: object({ start_point: object({ row: number() }) }) }),
});

const findings = pipe(
  string(),
  transform((text): unknown => JSON.parse(text)),
  array(
    object({ ident: string(), desc: string(), ignored: boolean(), locations: array(location) }),
  ),
);

const args = [
  ...['--quiet', '--offline', '--persona', 'pedantic', '--config', '.github/zizmor.yml'],
  ...['--strict-collection', '--no-exit-codes', '--format', 'json'],
];

/** What zizmor finds as a pedant, without the network, by the configuration of this repository. */
export async function zizmor(
  program: string,
  workflows: readonly WorkflowText[],
): Promise<readonly Finding[]> {
  return withFiles(workflows, (paths, nameOf) => findingsIn(program, paths, nameOf));
}

/** The same of files and folders: workflows, actions, and the settings of Dependabot. */
export async function findingsIn(
  program: string,
  paths: readonly string[],
  nameOf = (path: string) => path,
): Promise<readonly Finding[]> {
  return parse(findings, await printed(program, [...args, ...paths], 0))
    .filter(({ ignored }) => !ignored)
    .map(({ ident, desc, locations: [first] }) => {
      const name = nameOf(first?.symbolic.key.Local.verbatim_path ?? '');
      const row = first?.concrete.location.start_point.row ?? 0;
      return `${name}:${row + 1}: ${desc} [${ident}]`;
    });
}
