import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ActionsMetadataProvider, validate } from '@actions/languageservice';
import type { FileProvider } from '@actions/workflow-parser/workflows/file-provider';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import inputsOfOthers from './actions.json' with { type: 'json' };
import { type Finding, root, type WorkflowText } from './documents.ts';

// Of the severities of the language server protocol, 1 is an error and 2 a warning. The rest says
// what a schedule means.
const warning = 2;

const others: Readonly<Record<string, readonly string[] | undefined>> = inputsOfOthers;

/** Knows the actions of this repository by their action.yml, and the inputs of those in actions.json; any other is a finding. */
const actions: ActionsMetadataProvider = {
  async fetchActionMetadata({ owner, name, path }) {
    if (name === 'associate-ipam-byoasn') {
      return parse(await readFile(join(root, path ?? '', 'action.yml'), 'utf8'));
    }
    const inputs = others[[owner, name, ...(path ? [path] : [])].join('/')];
    if (inputs === undefined) return undefined;
    const described = Object.fromEntries(inputs.map((input) => [input, { description: '' }]));
    return { name, description: '', inputs: described };
  },
};

/** Finds the workflow that users call, and what `$/` refers to, in this repository. */
const files: FileProvider = {
  async getFileContent({ path }) {
    return { name: path, content: await readFile(join(root, path), 'utf8') };
  },
};

/** The errors and warnings of GitHub's own editor support. */
export async function languageService(
  workflows: readonly WorkflowText[],
): Promise<readonly Finding[]> {
  const found = await Promise.all(
    workflows.map(async ({ name, text }) => {
      // It remembers documents by their address and so must never see one twice.
      const uri = `file:///${crypto.randomUUID()}.yml`;
      const document = TextDocument.create(uri, 'yaml', 1, text);
      const diagnostics = await validate(document, {
        actionsMetadataProvider: actions,
        fileProvider: files,
      });
      return diagnostics
        .filter(({ severity = 1 }) => severity <= warning)
        .map(({ message, range }) => `${name}:${range.start.line + 1}: ${message}`);
    }),
  );
  return found.flat();
}
