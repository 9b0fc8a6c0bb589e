import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

/** The names of the workflows that users copy. */
export const examples: readonly string[] = readdirSync(join(root, 'examples')).filter(
  (name) => name.endsWith('.yml') && name !== 'byoasn.yml',
);

/** The workflow of an example's name, as a user has it in a repository with the example's file. */
export function repositoryOf(example: string): {
  readonly workflow: string;
  readonly files: Readonly<Record<string, string>>;
} {
  const text = (name: string) => readFileSync(join(root, 'examples', name), 'utf8');
  const workflow = `.github/workflows/${locationOf(text(example))}`;
  return { workflow, files: { [workflow]: text(example), 'byoasn.yml': text('byoasn.yml') } };
}

/** The file name that the example says to save it as. */
function locationOf(text: string): string {
  const [, name] = /^# Save it as \.github\/workflows\/([a-z-]+\.yml)\./m.exec(text) ?? [];
  if (name === undefined) throw new Error('the example does not name its file');
  return name;
}
