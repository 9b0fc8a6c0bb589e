import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { makeConfigSchema } from '../src/config/schema.ts';

/** The path of the schema, from the root of the repository. */
export const schemaPath = 'schema/byoasn.schema.json';

const root = join(import.meta.dirname, '..');
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');

/**
 * The JSON Schema (draft 2020-12) of the configuration file, for editors, from the schema that the action
 * validates with.
 */
export function freshSchema(): string {
  const schema = toJsonSchema(makeConfigSchema({ specialUse: 'accept' }), {
    target: 'draft-2020-12',
    // The schema without the checks; the metadata describes what parsers check.
    typeMode: 'output',
    ignoreActions: ['raw_transform', 'raw_check'],
    overrideSchema: ({ jsonSchema }) => {
      // The values imply their types, and strict validators refuse a list of types.
      if (jsonSchema.enum) return { ...jsonSchema, type: undefined };
      return jsonSchema.additionalProperties
        ? { ...jsonSchema, additionalProperties: false }
        : null;
    },
  });
  const { $schema, ...shape } = schema;
  return formatJson(JSON.stringify({ $schema, ...shape }));
}

/** Formats JSON like `npm run format`. */
function formatJson(json: string): string {
  const arguments_ = [biome, 'format', `--stdin-file-path=${schemaPath}`];
  return execFileSync(process.execPath, arguments_, { cwd: root, input: json, encoding: 'utf8' });
}
