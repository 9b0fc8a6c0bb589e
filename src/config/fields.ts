import { associationSchema, configSchema, targetSchema } from './schema.ts';

/** What an entry of the file must be, and a right one as it is written. */
export interface Field {
  readonly must: string;
  readonly example: string;
  /** The keys that a mapping may have. */
  readonly keys: readonly string[];
}

const association = '{ asn: 64500, cidr: 198.51.100.0/24 }';
const target = `{ account: "111122223333", region: us-west-2, associations: [${association}] }`;

const file: Field = {
  must: 'a mapping with version and targets',
  example: 'version: 1',
  keys: Object.keys(configSchema.entries),
};
const items: Readonly<Record<string, Field>> = {
  targets: {
    must: 'a mapping with account, region and associations',
    example: `- ${target}`,
    keys: Object.keys(targetSchema.entries),
  },
  associations: {
    must: 'a mapping with asn and cidr',
    example: `- ${association}`,
    keys: Object.keys(associationSchema.entries),
  },
};
const values: Readonly<Record<string, Field>> = {
  $schema: { must: 'text', example: '"$schema": "byoasn.schema.json"', keys: [] },
  version: { must: 'the number 1', example: 'version: 1', keys: [] },
  targets: { must: 'a list of targets', example: `targets: [${target}]`, keys: [] },
  name: { must: 'text', example: 'name: edge/us-west-2', keys: [] },
  account: { must: '12 digits in quotes', example: 'account: "111122223333"', keys: [] },
  region: { must: 'text', example: 'region: us-west-2', keys: [] },
  associations: {
    must: 'a list of associations',
    example: `associations: [${association}]`,
    keys: [],
  },
  asn: { must: 'a number', example: 'asn: 64500', keys: [] },
  cidr: { must: 'text', example: 'cidr: 198.51.100.0/24', keys: [] },
  note: { must: 'text', example: 'note: "edge POP, ticket NET-12"', keys: [] },
};

/** The field that keys and indexes lead to in a file of the right shape. */
export function fieldAt(keys: readonly unknown[]): Field {
  const last = keys.at(-1);
  const field = typeof last === 'number' ? items[String(keys.at(-2))] : values[String(last)];
  return field ?? file;
}
