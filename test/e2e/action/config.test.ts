import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configFile, fleet, main } from './fleet.ts';
import { runScenario, type Scenario } from './scenario.ts';

const bomb = `version: 1
a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
targets: [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
`;

/** Text of a file that is refused, and its message in the log. */
const refused: readonly (readonly [string, string, string])[] = [
  ['that is empty', '', 'byoasn.yml:1:1 is empty'],
  ['without targets', 'version: 1\ntargets: []\n', 'byoasn.yml:2:10 targets: is empty'],
  ['with two documents', `${fleet}---\n${fleet}`, 'starts a second document; only one is allowed'],
  [
    'with an alias bomb',
    bomb,
    'is one alias too many: aliases may repeat at most 10000 entries. Write some of them out',
  ],
  ['with __proto__', `${fleet}__proto__: {}\n`, '__proto__: is not allowed as a key'],
  ['of another version', fleet.replace('version: 1', 'version: 2'), '"2" is not a known version'],
  ['that is not YAML', 'targets: [\n', 'is not valid YAML'],
  [
    'with an account that lost its leading zero',
    fleet.replace('"111122223333"', '11122223333'),
    'byoasn.yml:3:14 targets[0].account: "11122223333" is not 12 digits (YAML drops leading zeros',
  ],
  [
    'with an asdot number',
    fleet.replace('asn: 64501', 'asn: 1.10'),
    'targets[1].associations[0].asn: "1.10" is asdot for 65546',
  ],
  [
    'with a pair twice',
    configFile([
      {
        ...main,
        associations: [
          { asn: 64500, cidr: '198.51.100.0/24' },
          { asn: 64500, cidr: '198.51.100.0/24' },
        ],
      },
    ]),
    'repeats 198.51.100.0/24 with AS64500; the first is in line 6',
  ],
  ...['', '~', 'false', 'off', 'NONE'].map((origin): readonly [string, string, string] => [
    `with the origin "${origin}"`,
    `${fleet}    routes:\n      - { cidr: 203.0.113.0/24, origin: ${origin} }\n`,
    'an ASN, AWS, or none to withdraw the CIDR',
  ]),
  [
    'with a route from an ASN that is to be removed',
    `${fleet.trimEnd()}\n        remove: true\n    routes:\n      - { cidr: 203.0.113.0/24, origin: 64501 }\n`,
    'targets[1].routes[0].origin: "64501" is removed from 203.0.113.0/24 by line 15',
  ],
  [
    'with CIDRs that overlap',
    configFile([
      {
        ...main,
        associations: [
          { asn: 64500, cidr: '198.51.100.0/24' },
          { asn: 64500, cidr: '198.51.0.0/16' },
        ],
      },
    ]),
    '"198.51.0.0/16" overlaps 198.51.100.0/24 in line 7',
  ],
];

describe.concurrent('a config file is refused before any request to AWS,', () => {
  test.each(refused)('%s', async (_, text, message) => {
    const { outputs, log, fakes } = await runScenario({
      files: { 'byoasn.yml': text },
      with: { config: 'byoasn.yml' },
    });
    expect(outputs).toMatchObject({ reason: 'invalid-input', 'plan-digest': '', changed: 'false' });
    expect(log).toContain(message);
    expect(fakes.requestLog.requests).toEqual([]);
  });

  test('with every problem, nine annotations on their lines, and the rest in the log', async () => {
    const associations = Array.from({ length: 30 }, () => ({ asn: 0, cidr: '192.0.2.1/24' }));
    const { log, printed, summary } = await runScenario({
      files: { 'ops/byoasn.yml': configFile([{ ...main, associations }]) },
      with: { config: './ops/byoasn.yml' },
    });
    const annotated = printed.filter(({ at }) => at?.file !== undefined);
    expect(annotated).toHaveLength(9);
    expect(annotated[0]).toMatchObject({
      level: 'error',
      text: expect.stringContaining('targets[0].associations[0].asn: "0" is AS0'),
      at: { file: 'ops/byoasn.yml', line: '6', col: '14' },
    });
    expect(printed.filter(({ level }) => level === 'error')).toHaveLength(10);
    expect(log).toContain('ops/byoasn.yml has 60 problems');
    expect(log).toContain('and 51 more, in the log above');
    expect(log.match(/^ops\/byoasn\.yml:\d+:\d+ /gm)).toHaveLength(60);
    expect(summary).toContain('ops/byoasn.yml');
  });

  test('with annotations that start with the problem', async () => {
    for (const text of ['', '\u00a0version: 1\n- x\n', 'version: 1\ntargets: []\n']) {
      const { printed, log } = await runScenario({
        files: { 'byoasn.yml': text },
        with: { config: 'byoasn.yml' },
      });
      const annotated = printed.filter(({ at }) => at?.file !== undefined);
      expect(annotated.length).toBeGreaterThan(0);
      for (const { text } of annotated) expect(text).toMatch(/^(targets: )?(is|has|starts) /);
      expect(log).toContain(
        annotated.length === 1
          ? '[error] byoasn.yml has 1 problem'
          : `[error] byoasn.yml has ${annotated.length} problems`,
      );
    }
  });

  test('with the number of all problems, even if not all are listed', async () => {
    const associations = Array.from({ length: 150 }, () => ({ asn: 0, cidr: '192.0.2.0/24' }));
    const { log } = await runScenario({
      files: { 'byoasn.yml': configFile([{ ...main, associations }]) },
      with: { config: 'byoasn.yml' },
    });
    expect(log).toContain('[error] byoasn.yml has 150 problems');
    expect(log).toMatch(/^byoasn\.yml:\d+:\d+ and 50 more$/m);
  });

  test('with the name of a character that looks like a space', async () => {
    const { log, summary } = await runScenario({
      files: { 'byoasn.yml': fleet.replace('asn: 64501', 'asn: 64501\u00a0') },
      with: { config: 'byoasn.yml' },
    });
    for (const text of [log, summary]) expect(text).toContain('U+00A0');
    expect(log).toContain('"64501\\u00a0" has U+00A0 (no-break space) after "64501"');
  });

  test('with a target that is not in the file', async () => {
    const { outputs, log } = await runScenario({
      files: { 'byoasn.yml': fleet },
      with: { config: 'byoasn.yml', target: 'dr, elsewhere' },
    });
    expect(outputs.reason).toBe('invalid-input');
    expect(log).toContain(
      'target: the file has no target "elsewhere"; it has 111122223333/us-west-2, dr',
    );
  });

  test('together with the inputs that it replaces', async () => {
    const { log } = await runScenario({
      files: { 'byoasn.yml': fleet },
      with: { config: 'byoasn.yml', asn: '64500', 'aws-region': 'us-west-2' },
    });
    expect(log).toContain('[error] 2 inputs are invalid: asn, aws-region');
    expect(log).toContain('asn: "64500" cannot be combined with config, which has its own');
  });

  const configLocations: readonly (readonly [string, string, Scenario['arrange'], string])[] = [
    [
      'outside of the workspace',
      '../outside.yml',
      (workspace) => writeFileSync(join(workspace, '..', 'outside.yml'), fleet),
      '"../outside.yml" leads out of the workspace',
    ],
    [
      'that a link points to outside',
      'link.yml',
      (workspace) => {
        writeFileSync(join(workspace, '..', 'outside.yml'), fleet);
        symlinkSync(join(workspace, '..', 'outside.yml'), join(workspace, 'link.yml'));
      },
      '"link.yml" leads out of the workspace',
    ],
    [
      'at an absolute path',
      process.execPath,
      undefined,
      `${JSON.stringify(process.execPath)} leads out of the workspace`,
    ],
    ['that does not exist', 'missing.yml', undefined, 'does not exist in the workspace'],
    ['that is a folder', 'ops', (workspace) => mkdirSync(join(workspace, 'ops')), 'is not a file'],
    [
      'of more than 1 MiB',
      'large.yml',
      (workspace) => writeFileSync(join(workspace, 'large.yml'), `#${'x'.repeat(1_048_576)}`),
      '"large.yml" has 1048577 bytes; the limit is 1048576',
    ],
    [
      'that is not UTF-8',
      'latin1.yml',
      (workspace) => writeFileSync(join(workspace, 'latin1.yml'), Buffer.from('# \xe9', 'latin1')),
      '"latin1.yml" is not UTF-8',
    ],
  ];
  test.each(configLocations)('%s', async (_, config, arrange, says) => {
    const { outputs, log, fakes } = await runScenario({
      with: { config },
      ...(arrange ? { arrange } : {}),
    });
    expect(outputs.reason).toBe('invalid-input');
    expect(log).toContain(`config: ${says.startsWith('"') ? says : `"${config}" ${says}`}`);
    expect(fakes.requestLog.requests).toEqual([]);
  });
});
