import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../src/config/parse.ts';
import { defaultTargetName } from '../../../src/domain/target-name.ts';
import { accept, problemsOf, withAssociations } from './config-text.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const good = readFileSync(join(fixtures, 'byoasn.yml'), 'utf8');
const pair = '{ asn: 64500, cidr: 198.51.100.0/24 }';
const account = 'account: "111122223333"';

/** A file of one target, with these keys in flow style. */
function withTarget(keys: string): string {
  return `version: 1\ntargets:\n  - { ${keys} }\n`;
}

describe('a good file', () => {
  const targets = [
    {
      name: '111122223333/us-west-2',
      accountId: '111122223333',
      region: 'us-west-2',
      associations: [
        {
          asn: '64500',
          cidr: '198.51.100.0/24',
          note: '',
          location: { file: 'byoasn.yml', line: 7, column: 9 },
        },
        {
          asn: '64500',
          cidr: '2001:db8:1000::/48',
          note: 'edge POP, ticket NET-12',
          location: { file: 'byoasn.yml', line: 8, column: 9 },
        },
      ],
    },
    {
      name: 'dr',
      accountId: '444455556666',
      region: 'eu-west-1',
      associations: [
        {
          asn: '64501',
          cidr: '203.0.113.0/24',
          note: '',
          location: { file: 'byoasn.yml', line: 13, column: 9 },
        },
      ],
    },
  ];

  test('gives its targets in order, each association with its location', () => {
    expect(parseConfig(good, 'byoasn.yml', accept)).toEqual({ targets });
  });

  test.each([
    ['lines ended by CR LF', good.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${good}`],
    ['a document start and end', `${good.replace('version', '---\nversion')}...\n`],
  ])('means the same with %s', (title, text) => {
    const moved = title.startsWith('a document') ? 1 : 0;
    const expected = targets.map(({ associations }) =>
      associations.map(({ location }) => location.line),
    );
    const read = parseConfig(text, 'byoasn.yml', accept).targets ?? [];
    expect(
      read.map(({ associations }) => associations.map(({ location }) => location?.line)),
    ).toEqual(expected.map((lines) => lines.map((line) => line + moved)));
  });

  test('means the same as JSON', () => {
    const json = JSON.stringify({
      version: 1,
      targets: targets.map(({ name, accountId, region, associations }) => ({
        name,
        account: accountId,
        region,
        associations: associations.map(({ asn, cidr, note }) => ({ asn: Number(asn), cidr, note })),
      })),
    });
    const { targets: read } = parseConfig(json, 'byoasn.yml', accept);
    const withoutColumns = targets.map((target) => ({
      ...target,
      associations: target.associations.map((association) => ({
        ...association,
        location: expect.objectContaining({ line: 1 }),
      })),
    }));
    expect(read).toEqual(withoutColumns);
  });

  test('may name an account without quotes where all its digits are written', () => {
    const keys = (id: string) => `account: ${id}, region: us-west-2, associations: [${pair}]`;
    const read = (id: string) => parseConfig(withTarget(keys(id)), 'f', accept).targets?.[0];
    expect(read('111122223333')?.accountId).toBe('111122223333');
    expect(read('012345678901')?.accountId).toBe('012345678901');
  });

  test('may have an ASN in quotes or after AS, and a CIDR in any spelling', () => {
    const { targets: read } = parseConfig(
      withAssociations(
        '- { asn: "64500", cidr: "2001:DB8:0:0::/48" }',
        '- { asn: AS64501, cidr: 198.51.100.0/24 }',
      ),
      'f',
      accept,
    );
    expect(read?.[0]?.associations.map(({ asn, cidr }) => `${cidr} ${asn}`)).toEqual([
      '2001:db8::/48 64500',
      '198.51.100.0/24 64501',
    ]);
  });

  test('keeps the text of a note as it is', () => {
    const note = '::error::x \u001b[31m <b> \u202e\n|';
    const text = withAssociations(
      `- { asn: 64500, cidr: 198.51.100.0/24, note: ${JSON.stringify(note)} }`,
    );
    expect(parseConfig(text, 'f', accept).targets?.[0]?.associations[0]?.note).toBe(note);
  });

  test('may use aliases; repeated entries are located at the alias', () => {
    const text = withAssociations(
      '- &pair { asn: 64500, cidr: 198.51.100.0/24, note: &why edge }',
    ).concat(
      '  - { name: other, account: "444455556666", region: us-west-2, associations: [*pair] }\n',
    );
    expect(problemsOf(text)).toEqual([
      'byoasn.yml:7:79 targets[1].associations[0].cidr: "198.51.100.0/24" is also in another target, in line 6; a CIDR is in one account and Region',
    ]);
    const twice = withAssociations(
      '- { asn: 64500, cidr: 198.51.100.0/24, note: &why edge }',
      '- { asn: 64500, cidr: 203.0.113.0/24, note: *why }',
    );
    const { targets: read } = parseConfig(twice, 'f', accept);
    expect(read?.[0]?.associations.map(({ note }) => note)).toEqual(['edge', 'edge']);
  });
});

describe('the root', () => {
  const expected = 'and must be a mapping with version and targets. Example: version: 1';
  test.each([
    ['', `byoasn.yml:1:1 is empty, ${expected}`],
    ['# nothing\n# here\n', `byoasn.yml:1:1 is empty, ${expected}`],
    ['---\n', `byoasn.yml:1:4 is empty, ${expected}`],
    ['\n\nnull\n', `byoasn.yml:3:1 is empty, ${expected}`],
    ['64500', `byoasn.yml:1:1 is a number, ${expected}`],
    ['true', `byoasn.yml:1:1 is true, ${expected}`],
    ['associate', `byoasn.yml:1:1 is text, ${expected}`],
    ['\n- version: 1\n', `byoasn.yml:2:1 is a list, ${expected}`],
    ['[]', `byoasn.yml:1:1 is a list, ${expected}`],
  ])('%j is refused in one line', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });
});

describe('the version', () => {
  const rest = `targets: [{ ${account}, region: us-west-2, associations: [${pair}] }]\n`;
  test.each([
    ['version: 2\n', '1:10 version: "2" is not a known version; use 1. Example: version: 1'],
    ['version: "2"\n', '1:10 version: "2" is not a known version; use 1. Example: version: 1'],
    ['version: １\n', '1:10 version: "１" starts with U+FF11 (fullwidth 1). Example: version: 1'],
    ['version: 1.1\n', '1:10 version: "1.1" is not a known version; use 1. Example: version: 1'],
    ['version:\n', '1:9 version: is empty, and must be the number 1. Example: version: 1'],
    ['version: [1]\n', '1:10 version: is a list, and must be the number 1. Example: version: 1'],
    ['', '1:1 version: is missing. Example: version: 1'],
  ])('%j is refused', (version, problem) => {
    expect(problemsOf(version + rest)).toEqual([`byoasn.yml:${problem}`]);
  });
});

describe('targets', () => {
  test.each([
    ['version: 1\n', '1:1 targets: is missing. Example: targets: [{ account: '],
    ['version: 1\ntargets: []\n', '2:10 targets: is empty; at least one target is needed. '],
    ['version: 1\ntargets:\n', '2:9 targets: is empty, and must be a list of targets. '],
    ['version: 1\ntargets: {}\n', '2:10 targets: is a mapping, and must be a list of targets. '],
    ['version: 1\ntargets: [x]\n', '2:11 targets[0]: is text, and must be a mapping with '],
    ['version: 1\ntargets: [[]]\n', '2:11 targets[0]: is a list, and must be a mapping with '],
    ['version: 1\ntargets: [[a, b]]\n', '2:11 targets[0]: is a list, and must be a mapping with '],
  ])('of %j are refused', (text, problem) => {
    const [first = '', ...more] = problemsOf(text);
    expect(first.slice(0, `byoasn.yml:${problem}`.length)).toBe(`byoasn.yml:${problem}`);
    expect(more).toEqual([]);
  });

  const region = 'region: us-west-2';
  const associations = `associations: [${pair}]`;
  test.each([
    [
      `account: 12345678901, ${region}, ${associations}`,
      '3:16 targets[0].account: "12345678901" is not 12 digits (YAML drops leading zeros: quote it). Example: account: "111122223333"',
    ],
    [
      `account: true, ${region}, ${associations}`,
      '3:16 targets[0].account: is true, and must be 12 digits in quotes. Example: account: "111122223333"',
    ],
    [
      `account: "", ${region}, ${associations}`,
      '3:16 targets[0].account: is missing. Example: account: "111122223333"',
    ],
    [
      `${region}, ${associations}`,
      '3:5 targets[0].account: is missing. Example: account: "111122223333"',
    ],
    [
      `${account}, region: us-west-2b, ${associations}`,
      '3:40 targets[0].region: "us-west-2b" is not an AWS Region; it names an Availability Zone. Example: region: us-west-2',
    ],
    [
      `${account}, region: 2, ${associations}`,
      '3:40 targets[0].region: is a number, and must be text. Example: region: us-west-2',
    ],
    [
      `${account}, ${associations}`,
      '3:5 targets[0].region: is missing. Example: region: us-west-2',
    ],
    [
      `${account}, ${region}`,
      `3:5 targets[0].associations: is missing, and so is routes; one of them is needed. Example: associations: [${pair}]`,
    ],
    [
      `${account}, ${region}, routes: []`,
      '3:59 targets[0].routes: is empty; at least one route is needed. Example: routes: [{ cidr: 198.51.100.0/24, origin: 64500 }]',
    ],
    [
      `${account}, ${region}, ${associations}, routes: ~`,
      '3:114 targets[0].routes: is empty, and must be a list of routes. Example: routes: [{ cidr: 198.51.100.0/24, origin: 64500 }]',
    ],
    [
      `${account}, ${region}, ${associations}, routes: [64500]`,
      '3:115 targets[0].routes[0]: is a number, and must be a mapping with cidr and origin. Example: - { cidr: 198.51.100.0/24, origin: 64500 }',
    ],
    [
      `${account}, ${region}, associations: []`,
      `3:65 targets[0].associations: is empty; at least one association is needed. Example: associations: [${pair}]`,
    ],
    [
      `${account}, ${region}, associations: 64500`,
      `3:65 targets[0].associations: is a number, and must be a list of associations. Example: associations: [${pair}]`,
    ],
    [
      `${account}, ${region}, associations: [64500]`,
      `3:66 targets[0].associations[0]: is a number, and must be a mapping with asn and cidr. Example: - ${pair}`,
    ],
    [
      `${account}, ${region}, ${associations}, role: x`,
      '3:106 targets[0].role: is not a known key; known are name, account, region, ipam-region, associations, routes',
    ],
    [
      `${account}, ${region}, ${associations}, toString: x`,
      '3:106 targets[0].toString: is not a known key; known are name, account, region, ipam-region, associations, routes',
    ],
    [
      `${account}, ${region}, ${associations}, "a b": x`,
      '3:106 targets[0]["a b"]: is not a known key; known are name, account, region, ipam-region, associations, routes',
    ],
    [
      `name: "-x", ${account}, ${region}, ${associations}`,
      '3:13 targets[0].name: "-x" is not a name: 1 to 64 letters, digits or any of ._/-, the first a letter or a digit. Example: name: edge/us-west-2',
    ],
    [
      `name: 7, ${account}, ${region}, ${associations}`,
      '3:13 targets[0].name: is a number, and must be text. Example: name: edge/us-west-2',
    ],
    [
      `name: "", ${account}, ${region}, ${associations}`,
      '3:13 targets[0].name: is not a name: 1 to 64 letters, digits or any of ._/-, the first a letter or a digit. Example: name: edge/us-west-2',
    ],
    [
      `account: null, ${region}, ${associations}`,
      '3:16 targets[0].account: is empty, and must be 12 digits in quotes. Example: account: "111122223333"',
    ],
    [
      `${account}, ${region}, associations: ~`,
      `3:65 targets[0].associations: is empty, and must be a list of associations. Example: associations: [${pair}]`,
    ],
  ])('with { %s } are refused', (keys, problem) => {
    expect(problemsOf(withTarget(keys))).toEqual([`byoasn.yml:${problem}`]);
  });

  test.each([
    ['a'.repeat(64), true],
    ['a'.repeat(65), false],
    ['0._/-', true],
    ['.a', false],
    ['é', false],
  ])('may be named %s: %s', (name, allowed) => {
    const text = withTarget(`name: "${name}", ${account}, ${region}, ${associations}`);
    expect(parseConfig(text, 'f', accept).targets?.[0]?.name).toBe(allowed ? name : undefined);
  });

  test('are named by account and Region by default', () => {
    expect(defaultTargetName('111122223333', 'us-west-2')).toBe('111122223333/us-west-2');
  });
});

describe('an association', () => {
  const asn = (digits: string) => `- { asn: ${digits}, cidr: 198.51.100.0/24 }`;
  const cidr = (text: string) => `- { asn: 64500, cidr: ${text} }`;
  const path = 'targets[0].associations[0]';
  test.each([
    [
      asn('1.10'),
      `16 ${path}.asn: "1.10" is asdot for 65546; write the asplain digits, because YAML reads an unquoted 1.10 as 1.1, another AS`,
    ],
    [asn('0x10'), `16 ${path}.asn: "0x10" is hexadecimal`],
    [asn('0o17'), `16 ${path}.asn: "0o17" is not a number in plain digits`],
    [asn('1e3'), `16 ${path}.asn: "1e3" is not a number in plain digits`],
    [asn('+64500'), `16 ${path}.asn: "+64500" has a sign`],
    [asn('-1'), `16 ${path}.asn: "-1" has a sign`],
    [asn('064500'), `16 ${path}.asn: "064500" has a leading zero`],
    [asn('64500.0'), `16 ${path}.asn: "64500.0" is asdot for`],
    [asn('0'), `16 ${path}.asn: "0" is AS0`],
    [asn('4294967296'), `16 ${path}.asn: "4294967296" is above 4294967295`],
    [asn('18446744073709551616'), `16 ${path}.asn: "18446744073709551616" is above`],
    [asn('.inf'), `16 ${path}.asn: ".inf" is not a number in plain digits`],
    [asn('.nan'), `16 ${path}.asn: `],
    [asn('16509'), `16 ${path}.asn: "16509" is Amazon's own ASN`],
    [asn('AWS'), `16 ${path}.asn: "AWS" is not a number in plain digits. Example: asn: 64500`],
    [asn('""'), `16 ${path}.asn: is missing. Example: asn: 64500`],
    [asn('[64500]'), `16 ${path}.asn: is a list, and must be a number. Example: asn: 64500`],
    [asn('no'), `16 ${path}.asn: "no" is not a number in plain digits`],
    [
      cidr('198.51.100.1/24'),
      `29 ${path}.cidr: "198.51.100.1/24" has host bits set; 198.51.100.0/24 was probably meant. Example: cidr: 198.51.100.0/24`,
    ],
    [
      cidr('198.51.100.0'),
      `29 ${path}.cidr: "198.51.100.0" has no prefix length. Example: cidr: 198.51.100.0/24`,
    ],
    [
      cidr('198.51'),
      `29 ${path}.cidr: is a number, and must be text. Example: cidr: 198.51.100.0/24`,
    ],
    [cidr('null'), `29 ${path}.cidr: is empty, and must be text. Example: cidr: 198.51.100.0/24`],
    ['- { asn: 64500 }', `9 ${path}.cidr: is missing. Example: cidr: 198.51.100.0/24`],
    ['- { cidr: 198.51.100.0/24 }', `9 ${path}.asn: is missing. Example: asn: 64500`],
    [
      '- { <<: 1, asn: 64500, cidr: 198.51.100.0/24 }',
      `11 ${path}["<<"]: is a merge key, which YAML 1.2 does not have. `,
    ],
    ['- { "<<": { asn: 64500, cidr: 198.51.100.0/24 } }', `11 ${path}["<<"]: is a merge key, `],
    [
      '- { asn: 64500, cidr: 198.51.100.0/24, note: 12 }',
      `52 ${path}.note: is a number, and must be text`,
    ],
    [
      '- { asn: 64500, cidr: 198.51.100.0/24, note: { a: 1 } }',
      `52 ${path}.note: is a mapping, and must be text`,
    ],
  ])('%s is refused', (line, problem) => {
    const [first = '', ...more] = problemsOf(withAssociations(line));
    expect(first.slice(0, `byoasn.yml:6:${problem}`.length)).toBe(`byoasn.yml:6:${problem}`);
    expect(more).toEqual([]);
  });

  test.each([
    ['x'.repeat(500), []],
    ['💥'.repeat(500), []],
    ['x'.repeat(501), ['has 501 characters; 500 are allowed']],
  ])('has a note of 500 characters at most', (note, expected) => {
    const problems = problemsOf(
      withAssociations(`- { asn: 64500, cidr: 198.51.100.0/24, note: "${note}" }`),
    );
    expect(
      problems.map((problem) => /has \d+ characters; \d+ are allowed/.exec(problem)?.[0]),
    ).toEqual(expected);
  });

  test('with special-use numbers is refused by the default policy', () => {
    const { problems } = parseConfig(withAssociations(`- ${pair}`), 'f', { specialUse: 'refuse' });
    expect(problems).toEqual([
      {
        location: { file: 'f', line: 6, column: 16 },
        path: 'targets[0].associations[0].asn',
        text: '"64500" is set aside for documentation (RFC 5398); for a trial, the input allow-special-use (in a terminal, --allow-special-use) accepts it. Example: asn: your public ASN',
      },
      {
        location: { file: 'f', line: 6, column: 29 },
        path: 'targets[0].associations[0].cidr',
        text: expect.stringContaining('overlaps 198.51.100.0/24, set aside for documentation'),
      },
    ]);
  });

  test('with long text is cut in messages', () => {
    const [problem = ''] = problemsOf(withAssociations(asn(`"${'9'.repeat(1000)}"`)));
    expect(problem).toContain(`asn: "${'9'.repeat(80)}..." is above`);
  });
});

describe('what other tools write', () => {
  const { targets: plain } = parseConfig(withAssociations(`- ${pair}`), 'f', accept);

  test.each([
    ['a version in quotes', (text: string) => text.replace('version: 1', "version: '1'")],
    ['a version in double quotes', (text: string) => text.replace('version: 1', 'version: "1"')],
    ['null for a note', (text: string) => text.replace('0/24 }', '0/24, note: null }')],
    ['~ for a note', (text: string) => text.replace('0/24 }', '0/24, note: ~ }')],
    ['an empty note', (text: string) => text.replace('0/24 }', '0/24, note: }')],
    ['null for a name', (text: string) => text.replace('    region', '    name: null\n    region')],
    ['an empty name', (text: string) => text.replace('    region', '    name:\n    region')],
  ])('is read: %s', (_, write) => {
    const text = write(withAssociations(`- ${pair}`));
    expect(text).not.toBe(withAssociations(`- ${pair}`));
    expect(problemsOf(text)).toEqual([]);
    const { targets } = parseConfig(text, 'f', accept);
    const unlocated = JSON.stringify(targets, (key, value) => (key === 'location' ? 0 : value));
    expect(unlocated).toBe(JSON.stringify(plain, (key, value) => (key === 'location' ? 0 : value)));
  });

  test('is read: null for $schema', () => {
    expect(problemsOf(`$schema: null\n${withAssociations(`- ${pair}`)}`)).toEqual([]);
  });

  test('null keeps required keys required', () => {
    expect(problemsOf('version: null\ntargets: null\n')).toEqual([
      'byoasn.yml:1:10 version: is empty, and must be the number 1. Example: version: 1',
      expect.stringMatching(/^byoasn\.yml:2:10 targets: is empty, and must be a list of targets/),
    ]);
  });

  test('a merge key is the only problem of its mapping', () => {
    const text = withAssociations(
      '- &base { asn: 64500, cidr: 198.51.100.0/24 }',
      '- { <<: *base, cidr: 203.0.113.0/24 }',
    );
    expect(problemsOf(text)).toEqual([
      'byoasn.yml:7:11 targets[0].associations[1]["<<"]: is a merge key, which YAML 1.2 does not have. Write the keys out, or use an alias (*name) for an entire entry',
    ]);
  });
});

describe('characters that look like others', () => {
  const good = withAssociations('- asn: 64500', '  cidr: 198.51.100.0/24');
  const first = 'targets[0].associations[0]';
  test.each([
    [
      'after a value',
      ['64500\n', '64500\u00a0\n'],
      `6:14 ${first}.asn: "64500\\u00a0" has U+00A0 (no-break space) after "64500". Example: asn: 64500`,
    ],
    [
      'before a value',
      ['asn: 64500', 'asn: \u200b64500'],
      `6:14 ${first}.asn: "\\u200b64500" starts with U+200B (zero-width space). Example: asn: 64500`,
    ],
    [
      'in a Region',
      ['us-west-2', 'us\u2013west\u20132'],
      '4:13 targets[0].region: "us–west–2" has U+2013 (en dash) after "us". Example: region: us-west-2',
    ],
    [
      'in place of quotes',
      ['"111122223333"', '\u201c111122223333\u201d'],
      '3:14 targets[0].account: "“111122223333”" starts with U+201C (left double quotation mark). Example: account: "111122223333"',
    ],
    [
      'in a CIDR',
      ['0/24', '0\u221524'],
      `7:15 ${first}.cidr: "198.51.100.0∕24" has U+2215 (division slash) after "198.51.100.0". Example: cidr: 198.51.100.0/24`,
    ],
    [
      'in a key',
      ['region:', 'region\u200b:'],
      '4:5 targets[0]["region\\u200b"]: is not a known key: it has U+200B (zero-width space) after "region"; known are name, account, region, ipam-region, associations, routes',
    ],
    [
      'before a key',
      ['targets:', '\ufefftargets:'],
      '2:1 ["\\ufefftargets"]: is not a known key: it starts with U+FEFF (byte order mark); known are $schema, version, ipam-region, targets',
    ],
    [
      'after a colon',
      ['asn: 64500', 'asn:\u00a064500'],
      '6:13 has U+00A0 (no-break space) after "      - asn:"; YAML needs a plain space there',
    ],
    [
      'after a colon, of another width',
      ['cidr: ', 'cidr:\u2003'],
      '7:14 has U+2003 (em space) after "        cidr:"; YAML needs a plain space there',
    ],
    [
      'as indentation',
      ['    region', '\u00a0\u00a0\u00a0\u00a0region'],
      '4:1 starts with U+00A0 (no-break space); YAML needs a plain space there',
    ],
    [
      'among the indentation',
      ['    region', '  \u00a0 region'],
      '4:3 has U+00A0 (no-break space) after "  "; YAML needs a plain space there',
    ],
    [
      'after a dash',
      ['- asn', '-\u00a0asn'],
      '6:8 has U+00A0 (no-break space) after "      -"; YAML needs a plain space there',
    ],
    [
      'in place of a colon',
      ['region:', 'region\uff1a'],
      '4:11 has U+FF1A (fullwidth :) after "    region"; YAML needs a plain colon there',
    ],
  ])('are named %s', (_, [right, wrong], problem) => {
    expect(problemsOf(good)).toEqual([]);
    expect(problemsOf(good.replace(right ?? '', wrong ?? ''))).toContain(`byoasn.yml:${problem}`);
  });

  test('are named after a colon in flow style', () => {
    expect(problemsOf(withAssociations('- { asn:\u00a064500, cidr: 198.51.100.0/24 }'))).toContain(
      `byoasn.yml:6:11 ${first}["asn:\\u00a064500"]: is not a known key: it has U+00A0 (no-break space) after "asn:"; known are asn, cidr, note, remove`,
    );
  });

  test('do not matter in comments, notes and quotes', () => {
    const note = '    # asn:\u00a0x\n    name: a\n';
    const text = good.replace('    region', `${note}    region`);
    const noted = `${text}        note: "prix:\u00a010\u00a0€, Москва"\n`;
    expect(problemsOf(noted)).toEqual([]);
    expect(problemsOf(`${noted}x: [\n`).filter((problem) => problem.includes('U+'))).toEqual([]);
    expect(problemsOf(noted.replace('Москва', 'Москва'.repeat(100)))).toEqual([
      expect.stringContaining('has 612 characters; 500 are allowed'),
    ]);
  });
});

describe('problems', () => {
  test('are reported together, in the order of the file', () => {
    const refused = readFileSync(join(fixtures, 'byoasn-refused.yml'), 'utf8');
    expect(
      problemsOf(refused).map((problem) => problem.split(/(?<=:\d+) |: /, 2).join(' ')),
    ).toEqual([
      'byoasn.yml:1:10 version',
      'byoasn.yml:2:1 target',
      'byoasn.yml:4:14 targets[0].account',
      'byoasn.yml:5:13 targets[0].region',
      'byoasn.yml:7:16 targets[0].associations[0].asn',
      'byoasn.yml:8:16 targets[0].associations[1].asn',
      'byoasn.yml:8:28 targets[0].associations[1].cidr',
      'byoasn.yml:10:9 targets[0].associations[3]',
      'byoasn.yml:11:9 targets[0].associations[4].cidr',
      'byoasn.yml:12:11 targets[1].name',
      'byoasn.yml:17:15 targets[1].associations[0].cidr',
      'byoasn.yml:18:15 targets[1].associations[0].note',
      'byoasn.yml:19:9 targets[1].associations[0].weight',
      'byoasn.yml:21:15 targets[1].associations[1].cidr',
      'byoasn.yml:22:5 targets[2]',
      'byoasn.yml:24:19 targets[2].associations',
      'byoasn.yml:26:39 targets[2].routes[0].origin',
      'byoasn.yml:27:39 targets[2].routes[1].origin',
    ]);
  });

  test.each([
    [100, undefined],
    [101, 'byoasn.yml:106:16 and 1 more'],
    [250, 'byoasn.yml:106:16 and 150 more'],
  ])('after the hundredth are only counted: %i', (count, last) => {
    const lines = Array.from(
      { length: count },
      (_, index) => `- { asn: 0, cidr: "2001:db8:${index.toString(16)}::/48" }`,
    );
    const problems = problemsOf(withAssociations(...lines));
    expect(problems).toHaveLength(Math.min(count, 101));
    expect(parseConfig(withAssociations(...lines), 'f', accept).count).toBe(count);
    expect(problems[100]).toBe(last);
    expect(problems[99]).toMatch(/^byoasn.yml:105:16 .*asn: "0" is AS0/);
  });
});

describe('the Region of the IPAM', () => {
  const keys = `${account}, region: us-west-2, associations: [${pair}]`;
  const ipamRegions = (text: string) =>
    parseConfig(text, 'byoasn.yml', accept).targets?.map(({ ipamRegion }) => ipamRegion);
  const withDefault = (text: string) =>
    text.replace('targets:', 'ipam-region: us-east-1\ntargets:');

  test('is set by the target, or by the file, or not set', () => {
    expect(ipamRegions(withTarget(keys))).toEqual([undefined]);
    expect(ipamRegions(withDefault(withTarget(keys)))).toEqual(['us-east-1']);
    const own = withTarget(`ipam-region: eu-west-1, ${keys}`);
    expect(ipamRegions(withDefault(own))).toEqual(['eu-west-1']);
    expect(ipamRegions(withDefault(withTarget(`ipam-region: ~, ${keys}`)))).toEqual(['us-east-1']);
  });

  test('must be a Region', () => {
    expect(problemsOf(withTarget(`ipam-region: us-east-1a, ${keys}`))).toEqual([
      'byoasn.yml:3:20 targets[0].ipam-region: "us-east-1a" is not an AWS Region; it names an Availability Zone. Example: ipam-region: us-west-2',
    ]);
  });
});
