import { array, number, object, parse, pipe, string, transform } from 'valibot';
import type { Finding, WorkflowText } from './documents.ts';
import { printed, withFiles } from './program.ts';

const messages = pipe(
  string(),
  transform((text): unknown => JSON.parse(text)),
  array(object({ filepath: string(), line: number(), message: string() })),
);

/** What actionlint finds, with shellcheck for the scripts, by the configuration of this repository. */
export async function actionlint(
  program: string,
  shellcheck: string,
  workflows: readonly WorkflowText[],
): Promise<readonly Finding[]> {
  const args = [
    ...['-config-file', '.github/actionlint.yaml', '-shellcheck', shellcheck, '-pyflakes', ''],
    ...['-format', '{{json .}}'],
  ];
  return withFiles(workflows, async (paths, nameOf) =>
    parse(messages, await printed(program, [...args, ...paths], 1)).map(
      ({ filepath, line, message }) => `${nameOf(filepath)}:${line}: ${message}`,
    ),
  );
}
