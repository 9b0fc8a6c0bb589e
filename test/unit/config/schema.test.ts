import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { is } from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { freshSchema, schemaPath } from '../../../scripts/schema.ts';
import { parseConfig } from '../../../src/config/parse.ts';
import { makeConfigSchema, textKeys } from '../../../src/config/schema.ts';
import { readYaml } from '../../../src/config/yaml.ts';
import { accept } from './config-text.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const schema: object = JSON.parse(readFileSync(join(root, schemaPath), 'utf8'));
const validate = new Ajv2020({ strict: true, strictRequired: true }).compile(schema);
const read = (fixture: string): unknown =>
  parse(readFileSync(join(root, 'test/fixtures', fixture), 'utf8'));

const scalar = fc.oneof(fc.constantFrom(null, true, 0, 1, 2, -1, 1.5, 2 ** 32, ''), fc.string());
const notAnAccount = fc.oneof(fc.constantFrom(null, true, '1', '1111222233334', []), fc.object());

/** Files as data; accounts are texts, as the JSON Schema asks. In `any` files any part may be wrong. */
function files(kind: 'valid' | 'any'): fc.Arbitrary<unknown> {
  const wrongWeight = kind === 'any' ? 1 : 0;
  const mostly = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<unknown> = scalar) =>
    fc.oneof({ weight: 15, arbitrary: right }, { weight: wrongWeight, arbitrary: wrong });
  const list = <T>(item: fc.Arbitrary<T>) =>
    mostly(fc.array(mostly(item), { minLength: 1 - wrongWeight, maxLength: 3 }));
  const unknown = wrongWeight ? { 'no key': mostly(fc.constant(undefined)) } : {};
  const association = fc.record(
    {
      asn: mostly(fc.constantFrom(64500, '64501', 'AS64502')),
      cidr: mostly(fc.constantFrom('198.51.100.0/24', '2001:db8::/48')),
      note: mostly(
        fc.constantFrom('', 'edge', null, '💥'.repeat(251)),
        fc.constant('x'.repeat(501)),
      ),
      remove: mostly(fc.constant(true), fc.constantFrom(false, null, 'true')),
    },
    { requiredKeys: wrongWeight ? ['asn', 'note'] : ['asn', 'cidr'] },
  );
  const route = fc.record(
    {
      cidr: mostly(fc.constantFrom('198.51.100.0/24', '203.0.113.0/24')),
      origin: mostly(
        fc.constantFrom(64500, '64501', 'AS64502', 'AWS', 'none'),
        fc.constantFrom(null, false, 'off', 'NONE', 'aws', '', '~', []),
      ),
      note: mostly(fc.constantFrom('', 'edge', null)),
    },
    { requiredKeys: wrongWeight ? ['cidr'] : ['cidr', 'origin'] },
  );
  const target = fc.record(
    {
      name: mostly(fc.constantFrom('a', 'dr/west', null), fc.constantFrom('-a', 1)),
      account: mostly(fc.constantFrom('111122223333', '444455556666'), notAnAccount),
      region: mostly(fc.constantFrom('us-west-2', 'us-gov-east-1')),
      associations: list(association),
      routes: list(route),
      ...unknown,
    },
    { requiredKeys: ['account', 'region', ...(wrongWeight ? [] : (['associations'] as const))] },
  );
  const root = {
    $schema: mostly(fc.constantFrom('byoasn.schema.json', null)),
    version: mostly(fc.constantFrom(1, '1')),
  };
  return mostly(fc.record({ ...root, targets: list(target), ...unknown }));
}
// A key that is undefined is no key in JSON.
const file = fc
  .oneof(files('valid'), files('any'))
  .map((data): unknown => JSON.parse(JSON.stringify(data)));

describe('the JSON Schema', () => {
  test('is generated from the source', () => {
    const committed = readFileSync(join(root, schemaPath), 'utf8');
    expect(committed).toBe(freshSchema());
    expect(committed).toContain('"$schema": "https://json-schema.org/draft/2020-12/schema"');
  });

  test('accepts the valid fixture and rejects the other', () => {
    expect(validate(read('byoasn.yml'))).toBe(true);
    expect(validate(read('byoasn-refused.yml'))).toBe(false);
  });

  test('has a description for every key, and examples that it accepts', () => {
    const keys: string[] = [];
    JSON.stringify(schema, (key, value) => {
      if (key === 'properties') {
        for (const [name, property] of Object.entries<Record<string, unknown>>(value)) {
          keys.push(name);
          expect(property.description).toMatch(/\.$/);
          const check = new Ajv2020().compile(property);
          for (const example of [property.examples ?? []].flat()) expect(check(example)).toBe(true);
        }
      }
      return value;
    });
    expect(keys.sort()).toEqual([
      '$schema',
      'account',
      'asn',
      'associations',
      'associations',
      'cidr',
      'cidr',
      'ipam-region',
      'ipam-region',
      'name',
      'note',
      'note',
      'origin',
      'region',
      'remove',
      'routes',
      'routes',
      'targets',
      'version',
    ]);
  });

  test('requires quotes around an account, which are optional in the file', () => {
    const bare = {
      version: 1,
      targets: [
        {
          account: 111122223333,
          region: 'us-west-2',
          associations: [{ asn: 64500, cidr: '198.51.100.0/24' }],
        },
      ],
    };
    expect(validate(bare)).toBe(false);
    expect(parseConfig(JSON.stringify(bare), 'f', accept).targets).toHaveLength(1);
  });

  test('agrees with the validation of the action', () => {
    const seen = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(file, (data) => {
        const valid = validate(data);
        const { root } = readYaml(JSON.stringify(data), 'f', textKeys);
        expect(is(makeConfigSchema(accept), root?.value)).toBe(valid);
        seen[valid ? 'valid' : 'invalid'] += 1;
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(50);
  });

  test('accepts everything that the action accepts', () => {
    let accepted = 0;
    fc.assert(
      fc.property(file, (data) => {
        if (!parseConfig(JSON.stringify(data), 'f', accept).targets) return;
        expect(validate(data)).toBe(true);
        accepted += 1;
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
