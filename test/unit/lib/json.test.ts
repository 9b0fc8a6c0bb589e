import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRepeatedKey } from '../../../src/lib/json.ts';

describe('a key that an object of a JSON text has twice', () => {
  test.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":{"b":1 , "c":{}, "b" : 2}}', 'b'],
    ['[{"a":1},{"a":1,"a":1}]', 'a'],
    ['{"a":[{"b":1}],"b":1,"a":2}', 'a'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    ['{"":1,"":2}', ''],
  ])('is found in %s', (json, key) => {
    expect(findRepeatedKey(json)).toBe(key);
  });

  test.each([
    '{"a":{"a":{"a":1}},"b":{"a":1}}',
    '[{"a":1},{"a":1}]',
    '{"a":"{\\"a\\":1,\\"a\\":2}","b":"a\\\\"}',
    '{"a":"b","c":["b","b"]}',
    '"a"',
    '',
  ])('is not found in %s', (json) => {
    expect(findRepeatedKey(json)).toBeUndefined();
  });

  test('is not found in any output of JSON.stringify', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat({ max: 2 }), (json, spaces) => {
        const text = JSON.stringify(JSON.parse(json), null, spaces);
        expect(findRepeatedKey(text)).toBeUndefined();
      }),
    );
    const deep = `${'{"a":['.repeat(50_000)}${']}'.repeat(50_000)}`;
    expect(findRepeatedKey(deep)).toBeUndefined();
  });
});
