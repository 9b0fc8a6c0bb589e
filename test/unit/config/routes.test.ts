import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../src/config/parse.ts';
import { accept, problemsOf, withAssociations, withRoutes } from './config-text.ts';

const identity = 'account: "111122223333", region: us-west-2';
const first = 'targets[0].routes[0]';

/** The one target of a text. */
function targetIn(text: string) {
  expect(problemsOf(text)).toEqual([]);
  return parseConfig(text, 'byoasn.yml', accept).targets?.[0];
}

describe('the routes of a target', () => {
  const lines = [
    '- { cidr: 198.51.100.0/24, origin: 64500, note: edge }',
    '- { cidr: 203.0.113.0/24, origin: AWS }',
    '- { cidr: "2001:DB8:0::/48", origin: none, note: ~ }',
    '- { cidr: 192.0.2.0/24, origin: "AS65551" }',
  ];
  const routes = [
    { cidr: '198.51.100.0/24', origin: '64500', note: 'edge' },
    { cidr: '203.0.113.0/24', origin: 'AWS', note: '' },
    { cidr: '2001:db8::/48', origin: 'none', note: '' },
    { cidr: '192.0.2.0/24', origin: '65551', note: '' },
  ];

  test('are in the order of the file, each with its location, without associations', () => {
    expect(targetIn(withRoutes(...lines))).toEqual({
      name: '111122223333/us-west-2',
      accountId: '111122223333',
      region: 'us-west-2',
      ipamRegion: undefined,
      associations: [],
      routes: routes.map((route, index) => ({
        ...route,
        location: { file: 'byoasn.yml', line: 6 + index, column: 9 },
      })),
    });
  });

  test('mean the same in JSON', () => {
    const json = JSON.stringify({
      version: 1,
      targets: [
        {
          account: '111122223333',
          region: 'us-west-2',
          routes: routes.map((route) => ({
            ...route,
            origin: route.origin === '64500' ? 64500 : route.origin,
          })),
        },
      ],
    });
    const location = expect.objectContaining({ line: 1 });
    expect(targetIn(json)?.routes).toEqual(routes.map((route) => ({ ...route, location })));
  });

  test('are left out of a target without routes', () => {
    const target = targetIn(withAssociations('- { asn: 64500, cidr: 198.51.100.0/24 }'));
    expect(Object.hasOwn(target ?? {}, 'routes')).toBe(false);
  });

  test('may repeat another list with an alias', () => {
    const text = `version: 1
targets:
  - { ${identity}, routes: &all [{ cidr: 198.51.100.0/24, origin: &own 64500 }] }
  - { account: "444455556666", region: us-west-2, routes: *all }
`;
    expect(problemsOf(text)).toEqual([
      'byoasn.yml:4:59 targets[1].routes[0].cidr: "198.51.100.0/24" is also in another target, in line 3; a CIDR is in one account and Region',
    ]);
  });

  test('may have an origin that the file does not associate', () => {
    const associations = '[{ asn: 64500, cidr: 198.51.100.0/24 }]';
    const other = '[{ cidr: 198.51.100.0/24, origin: 64501 }]';
    const text = `version: 1\ntargets: [{ ${identity}, associations: ${associations}, routes: ${other} }]\n`;
    expect(targetIn(text)?.routes).toHaveLength(1);
  });
});

describe('an origin that is missing or may come from a template without a value is refused,', () => {
  const mustBe = 'and must be an ASN, AWS, or none to withdraw the CIDR. Example: origin: 64500';
  const choices = 'write an ASN, AWS, or none to withdraw the CIDR. Example: origin: 64500';
  const bare = (text: string) => `"${text}" is not an origin: ${choices}`;

  test.each([
    ['', `is empty, ${mustBe}`],
    ['~', `is empty, ${mustBe}`],
    ['null', `is empty, ${mustBe}`],
    ['Null', `is empty, ${mustBe}`],
    ['NULL', `is empty, ${mustBe}`],
    ['false', `is false, ${mustBe}`],
    ['False', `is false, ${mustBe}`],
    ['FALSE', `is false, ${mustBe}`],
    ['true', `is true, ${mustBe}`],
    ['off', bare('off')],
    ['Off', bare('Off')],
    ['no', bare('no')],
    ['NO', bare('NO')],
    ['n', bare('n')],
    ['NONE', bare('NONE')],
    ['None', bare('None')],
    ['nil', bare('nil')],
    ['undefined', bare('undefined')],
    ['withdraw', bare('withdraw')],
    ['" none"', bare(' none')],
    ['"~"', bare('~')],
    ['"null"', bare('null')],
    ["'false'", bare('false')],
    ['""', `is empty: ${choices}`],
    ["''", `is empty: ${choices}`],
    ['aws', '"aws" must be written AWS. Example: origin: AWS'],
    ['16509', `"16509" is Amazon's own ASN; write AWS. Example: origin: AWS`],
    ['0', '"0" is AS0, which can never originate a route (RFC 7607). Example: origin: 64500'],
    ['.nan', '".nan" is not an origin: write an ASN, AWS, or none to withdraw the CIDR'],
    ['.inf', '".inf" is not an origin: write an ASN, AWS, or none to withdraw the CIDR'],
    ['1.10', '"1.10" is asdot for 65546'],
    ['0x10', '"0x10" is hexadecimal'],
    ['1e3', '"1e3" is not a number in plain digits'],
    ['[none]', `is a list, ${mustBe}`],
    ['[]', `is a list, ${mustBe}`],
    ['{}', `is a mapping, ${mustBe}`],
    ['{ asn: 64500 }', `is a mapping, ${mustBe}`],
  ])('in YAML: %j', (origin, problem) => {
    const [only = '', ...more] = problemsOf(
      withRoutes(`- { cidr: 198.51.100.0/24, origin: ${origin} }`),
    );
    expect(more).toEqual([]);
    expect(only).toContain(`${first}.origin: ${problem}`);
    expect(only).toMatch(origin === '' ? /^byoasn\.yml:6:43 / : /^byoasn\.yml:6:42 /);
  });

  test.each([
    [null, `is empty, ${mustBe}`],
    [false, `is false, ${mustBe}`],
    [true, `is true, ${mustBe}`],
    [0, '"0" is AS0'],
    [-1, '"-1" has a sign'],
    [1.1, '"1.1" is asdot for'],
    ['', `is empty: ${choices}`],
    ['null', bare('null')],
    ['off', bare('off')],
    ['no', bare('no')],
    ['NONE', bare('NONE')],
    ['~', bare('~')],
    ['aws', '"aws" must be written AWS'],
    [[], `is a list, ${mustBe}`],
    [{}, `is a mapping, ${mustBe}`],
  ])('in JSON: %j', (origin, problem) => {
    const routes = [{ cidr: '198.51.100.0/24', origin }];
    const target = { account: '111122223333', region: 'us-west-2', routes };
    const problems = problemsOf(JSON.stringify({ version: 1, targets: [target] }));
    expect(problems).toEqual([expect.stringContaining(`${first}.origin: ${problem}`)]);
    expect(problems[0]).toMatch(/^byoasn\.yml:1:/);
  });

  test('and so is a missing key or another key', () => {
    expect(
      problemsOf(
        withRoutes('- { cidr: 198.51.100.0/24 }', '- { cidr: 203.0.113.0/24, asn: 64500 }'),
      ),
    ).toEqual([
      `byoasn.yml:6:9 ${first}.origin: is missing. Example: origin: 64500`,
      'byoasn.yml:7:9 targets[0].routes[1].origin: is missing. Example: origin: 64500',
      'byoasn.yml:7:33 targets[0].routes[1].asn: is not a known key; known are cidr, origin, note',
    ]);
  });

  test('and special-use numbers, by the default policy', () => {
    const text = withRoutes('- { cidr: 198.51.100.0/24, origin: 64500 }');
    const { problems } = parseConfig(text, 'f', { specialUse: 'refuse' });
    expect(problems?.map(({ path }) => path)).toEqual([`${first}.cidr`, `${first}.origin`]);
    expect(problems?.[1]?.text).toContain('for a trial, the input allow-special-use');
  });
});

describe('a target with neither associations nor routes', () => {
  const neither =
    'is missing, and so is routes; one of them is needed. Example: associations: [{ asn: 64500, cidr: 198.51.100.0/24 }]';

  test('is reported with its other problems', () => {
    expect(
      problemsOf('version: 1\ntargets:\n  - { account: 1, region: us-west-2 }\n  - {}\n'),
    ).toEqual([
      `byoasn.yml:3:5 targets[0].associations: ${neither}`,
      expect.stringContaining('byoasn.yml:3:16 targets[0].account: "1" is not 12 digits'),
      expect.stringContaining('byoasn.yml:4:5 targets[1].account: is missing'),
      expect.stringContaining('byoasn.yml:4:5 targets[1].region: is missing'),
      `byoasn.yml:4:5 targets[1].associations: ${neither}`,
    ]);
  });

  test('is not reported if a merge key would have supplied them', () => {
    expect(problemsOf(`version: 1\ntargets: [{ ${identity}, "<<": { routes: [] } }]\n`)).toEqual([
      expect.stringContaining('targets[0]["<<"]: is a merge key'),
    ]);
  });
});

describe('the removal of an association', () => {
  const removed = (value: string) =>
    withAssociations(`- { asn: 64500, cidr: 198.51.100.0/24, remove: ${value} }`);

  test('needs remove: true; other associations have no such key', () => {
    const text = withAssociations(
      '- { asn: 64500, cidr: 198.51.100.0/24, remove: true }',
      '- { asn: 64501, cidr: 198.51.100.0/24 }',
    );
    const [one, other] = targetIn(text)?.associations ?? [];
    expect(one?.remove).toBe(true);
    expect(Object.hasOwn(other ?? {}, 'remove')).toBe(false);
  });

  test.each([
    ['false', 'is false'],
    ['~', 'is empty'],
    ['null', 'is empty'],
    ['yes', 'is text'],
    ['"true"', 'is text'],
    ['1', 'is a number'],
    ['[true]', 'is a list'],
    ['{}', 'is a mapping'],
  ])('is not requested by remove: %s', (value, problem) => {
    expect(problemsOf(removed(value))).toEqual([
      `byoasn.yml:6:54 targets[0].associations[0].remove: ${problem}, and can only be true; to keep the association, leave remove out`,
    ]);
  });

  test('accepts every spelling of true in YAML 1.2', () => {
    for (const spelling of ['true', 'True', 'TRUE']) {
      expect(targetIn(removed(spelling))?.associations[0]?.remove).toBe(true);
    }
  });
});
