import { describe, expect, test } from 'vitest';
import { loadTargets } from '../../../src/config/load.ts';
import type { Source } from '../../../src/inputs/inputs.ts';
import { desiredOf } from '../domain/association.ts';
import { targetOf } from '../domain/target.ts';

const configOf = (...names: readonly string[]) =>
  JSON.stringify({
    version: 1,
    targets: names.map((name, index) => ({
      name,
      account: '111122223333',
      region: `us-west-${index + 1}`,
      associations: [{ asn: 64500, cidr: `2001:db8:${(index + 1).toString(16)}::/48` }],
    })),
  });

const fileOf = (...only: readonly string[]): Source => ({ form: 'file', path: 'byoasn.yml', only });
const inputsFor = (source: Source) => ({ source, specialUse: 'accept' }) as const;
const read = (source: Source, text = configOf('edge', 'dr', 'lab')) =>
  loadTargets(inputsFor(source), () => text);

describe('the desired associations', () => {
  test('of the inputs are one target, without a file', async () => {
    const target = targetOf([desiredOf()], { accountId: undefined, name: 'us-west-2' });
    const readFile = () => {
      throw new Error('no file is needed');
    };
    const targets = await loadTargets(inputsFor({ form: 'inputs', target }), readFile);
    expect(targets).toEqual([target]);
  });

  test('of a file are its targets, with the location of each association', async () => {
    const targets = await loadTargets(inputsFor(fileOf()), (path) =>
      path === 'byoasn.yml' ? configOf('edge') : '',
    );
    expect(targets).toEqual([
      {
        name: 'edge',
        accountId: '111122223333',
        region: 'us-west-1',
        associations: [
          {
            asn: '64500',
            cidr: '2001:db8:1::/48',
            note: '',
            location: expect.objectContaining({ file: 'byoasn.yml', line: 1 }),
          },
        ],
      },
    ]);
  });

  test('fail to load if the file cannot be read', async () => {
    const missing = new Error('does not exist');
    const readFile = () => {
      throw missing;
    };
    await expect(loadTargets(inputsFor(fileOf()), readFile)).rejects.toBe(missing);
  });
});

describe('the targets to run', () => {
  const names = async (...only: readonly string[]) =>
    (await read(fileOf(...only))).map(({ name }) => name);

  test('are all targets of the file if none is named', async () => {
    expect(await names()).toEqual(['edge', 'dr', 'lab']);
  });

  test('are the named targets, once each, in the order of the file', async () => {
    expect(await names('lab', 'edge', 'lab')).toEqual(['edge', 'lab']);
  });

  test('must be in the file, or the message lists the names in it', async () => {
    await expect(names('edge', 'Edge', 'x')).rejects.toMatchObject({
      reason: 'invalid-input',
      message: 'target: the file has no target "Edge", "x"; it has edge, dr, lab',
    });
  });

  test.each([
    [20, 'it has .*t-20$'],
    [21, 'it has .*t-20, \\.\\.\\.$'],
  ])('are listed up to twenty of %i', async (count, expected) => {
    const many = Array.from({ length: count }, (_, index) => ({
      name: `t-${index + 1}`,
      account: String(100_000_000_000 + index),
      region: 'us-west-2',
      associations: [{ asn: 64500, cidr: `2001:db8:${(index + 1).toString(16)}::/48` }],
    }));
    const text = JSON.stringify({ version: 1, targets: many });
    await expect(read(fileOf('none'), text)).rejects.toThrow(new RegExp(expected));
  });
});

describe('a file that is refused', () => {
  test('is refused with each problem and its location', async () => {
    const text = configOf('edge', 'edge').replace('64500', '"x"');
    await expect(read(fileOf(), text)).rejects.toMatchObject({
      reason: 'invalid-input',
      message: 'byoasn.yml has 2 problems',
      problems: [
        { location: { file: 'byoasn.yml', line: 1 }, path: 'targets[0].associations[0].asn' },
        { location: { file: 'byoasn.yml', line: 1 }, path: 'targets[1].name' },
      ],
    });
  });

  test('is refused for one problem, even in a target that is not selected', async () => {
    const text = configOf('edge', 'dr').replace('us-west-2', 'Oregon');
    await expect(read(fileOf('edge'), text)).rejects.toThrow('byoasn.yml has 1 problem');
  });

  test('is refused for special-use numbers unless they are accepted', async () => {
    const inputs = { source: fileOf(), specialUse: 'refuse' } as const;
    const reading = loadTargets(inputs, () => configOf('edge'));
    await expect(reading).rejects.toThrow('byoasn.yml has 2 problems');
  });
});
