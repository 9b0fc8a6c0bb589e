import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import type { RpkiInputs } from '../../../src/inputs/inputs.ts';
import { parseRpkiSource } from '../../../src/inputs/parsers.ts';
import { planAnnotations } from '../../../src/report/warnings.ts';
import { addVerdicts } from '../../../src/rpki/add-verdicts.ts';
import { brokenBy, memoryTransport, type ScriptedResponse } from '../../fakes/memory-transport.ts';
import { virtualContext } from '../../fakes/retry-context.ts';
import { desiredOf, manyDesired } from '../domain/association.ts';
import { type PlannedPair, planOfTarget } from '../plan/changes.ts';

const cidr = '198.51.100.0/24';

interface Asked {
  readonly rpki?: string;
  readonly policy?: RpkiInputs['policy'];
  /** The pairs of the plan; by default, one that is absent. */
  readonly pairs?: readonly PlannedPair[];
  readonly answers?: readonly ScriptedResponse[];
  readonly workspace?: string;
  readonly cancelled?: AbortSignal;
}

const absent: PlannedPair = { association: desiredOf('64500', cidr), state: 'absent' };

async function addTo({
  rpki = 'http://routinator.example',
  policy = 'report',
  pairs = [absent],
  answers = [],
  ...facts
}: Asked) {
  const source = parseRpkiSource(rpki).value;
  if (!source) throw new Error(`${rpki} is no source`);
  const context = virtualContext();
  const nothing = () => {};
  const transport = memoryTransport({ IdToken: answers });
  const plan = planOfTarget(pairs);
  const planned = await addVerdicts(
    plan,
    { source, policy, maxAgeHours: 24 },
    {
      ...context,
      log: {
        ...context.log,
        group: nothing,
        close: nothing,
        lines: nothing,
        notice: nothing,
        warning: nothing,
      },
      readInput: () => '',
      readFile: () => '',
      env: {},
      github: undefined,
      mask: nothing,
      connect: () => Promise.reject(new Error('not foreseen')),
      transport,
      ...facts,
    },
  );
  expect(planned.digest, 'RPKI is not in the digest').toBe(plan.digest);
  const changes = planned.changes;
  const warnings = planAnnotations(planned, { unmanaged: 'report' }).map(({ text }) => text);
  const evidence = changes[0]?.evidence.slice(3).map(({ grade, text }) => `${grade}: ${text}`);
  return { changes, change: changes[0], evidence, warnings, sent: transport.sent, context };
}

/** A Routinator's answer with VRPs such as `64500-24`, all for the CIDR. */
function vrps(...texts: readonly string[]): ScriptedResponse {
  const roas = texts.map((text) => {
    const [asn, maxLength = '24', prefix = cidr] = text.split(' ');
    return { asn: `AS${asn}`, prefix, maxLength: Number(maxLength), ta: 'N/A' };
  });
  return json({ metadata: { generatedTime: new Date().toISOString() }, roas });
}

const json = (document: unknown, status = 200) => ({ status, body: JSON.stringify(document) });
const amazon = ['16509', '14618'];

describe('a verdict', () => {
  test('is data and evidence', async () => {
    const { change, evidence, warnings, sent } = await addTo({
      answers: [vrps('64500', ...amazon)],
    });
    expect(change).toMatchObject({ step: 'associate', rpki: { state: 'valid', why: '' } });
    expect(evidence).toEqual([
      'read: Routinator routinator.example: 198.51.100.0/24 from AS64500 is valid in RPKI',
      "read: Routinator routinator.example: way back: 198.51.100.0/24 from Amazon's AS16509 and AS14618 is valid",
    ]);
    expect(warnings).toEqual([]);
    expect(sent).toMatchObject([
      { method: 'GET', url: 'http://routinator.example/json', query: { 'select-prefix': cidr } },
    ]);
  });

  test('that is not valid is a warning, for both ways', async () => {
    const { change, warnings } = await addTo({ answers: [vrps('16509')] });
    expect(change).toMatchObject({ step: 'associate', rpki: { state: 'invalid' } });
    expect(warnings).toEqual([
      '198.51.100.0/24 from AS64500 is invalid in RPKI: only AS16509 may originate it; create a ROA for 198.51.100.0/24 with AS64500',
      "198.51.100.0/24 from Amazon's AS14618 is invalid in RPKI: AWS may stop advertising it",
    ]);
  });

  test('is asked once for each CIDR, whatever its ASNs', async () => {
    const pairs = ['64500', '64501'].map((asn) => ({
      association: desiredOf(asn, cidr),
      state: 'absent',
    }));
    const { changes, sent } = await addTo({ pairs, answers: [vrps('64501', ...amazon)] });
    expect(changes.map(({ rpki }) => rpki?.state)).toEqual(['invalid', 'valid']);
    expect(sent).toHaveLength(1);
  });

  test('has nine warnings, and how many more there are', async () => {
    const pairs = manyDesired(12).map((association) => ({ association, state: 'absent' }));
    const { warnings } = await addTo({ pairs, answers: pairs.map(() => json({ roas: [] })) });
    expect(warnings).toHaveLength(10);
    expect(warnings.at(-1)).toBe('and 15 more, in the plan above');
  });

  test("about an existing association is requested from the user's own source only, and refuses nothing", async () => {
    const pairs = [{ ...absent, state: 'associated' }];
    const own = await addTo({ pairs, policy: 'require-valid', answers: [vrps(...amazon)] });
    expect(own.change).toMatchObject({ step: 'keep', rpki: { state: 'invalid' } });
    expect(own.warnings).toHaveLength(1);
    const third = await addTo({ pairs, rpki: 'ripestat', policy: 'require-valid' });
    expect(third.change?.rpki).toBeUndefined();
    expect(third.sent).toEqual([]);
  });

  test('is not asked about refused changes', async () => {
    const pairs = [{ ...absent, state: 'pending-disassociation' }];
    const { change, sent } = await addTo({ pairs });
    expect(change).toMatchObject({ step: 'refuse', refusal: 'association-busy' });
    expect(sent).toEqual([]);
  });
});

describe('a policy', () => {
  const outcomes = {
    valid: vrps('64500', ...amazon),
    invalid: vrps(...amazon),
    'not-found': json({ roas: [] }),
    unread: json({}),
  } as const;

  test.each([
    ['report', 'valid', undefined],
    ['report', 'invalid', undefined],
    ['report', 'not-found', undefined],
    ['report', 'unread', undefined],
    ['refuse-invalid', 'valid', undefined],
    ['refuse-invalid', 'invalid', 'rpki-not-valid'],
    ['refuse-invalid', 'not-found', undefined],
    ['refuse-invalid', 'unread', 'rpki-unreadable'],
    ['require-valid', 'valid', undefined],
    ['require-valid', 'invalid', 'rpki-not-valid'],
    ['require-valid', 'not-found', 'rpki-not-valid'],
    ['require-valid', 'unread', 'rpki-unreadable'],
  ] as const)('%s with %s gives the refusal %s', async (policy, state, refusal) => {
    const { change } = await addTo({ policy, answers: [outcomes[state]] });
    expect(change?.rpki?.state).toBe(state);
    expect(change?.refusal).toBe(refusal);
    expect(change?.step).toBe(refusal ? 'refuse' : 'associate');
  });

  test('does not depend on the way back', async () => {
    const { change } = await addTo({ policy: 'require-valid', answers: [vrps('64500')] });
    expect(change).toMatchObject({ step: 'associate' });
  });
});

describe('a source', () => {
  test('is asked three times if it fails, and then no more', async () => {
    const pairs = manyDesired(8).map((association) => ({ association, state: 'absent' }));
    const failing = json({ error: 'Initial validation ongoing.' }, 503);
    const { changes, evidence, warnings, sent } = await addTo({
      pairs,
      answers: Array<ScriptedResponse>(6).fill(failing),
    });
    expect(sent).toHaveLength(6);
    expect(new Set(changes.map(({ rpki }) => rpki?.why)).size).toBe(1);
    expect(evidence).toEqual([expect.stringMatching(/^not read: Routinator .* HTTP 503/)]);
    expect(warnings).toEqual([expect.stringMatching(/^RPKI data could not be read: .* 503/)]);
  });

  test('may fail twice', async () => {
    const answers = [brokenBy('ECONNREFUSED'), json('', 429), vrps('64500', ...amazon)];
    const { change, context } = await addTo({ answers });
    expect(change?.rpki?.state).toBe('valid');
    expect(context.lines.filter((line) => line.includes('retrying in'))).toHaveLength(2);
  });

  test.each([
    ['a client error', json({ error: 'invalid query' }, 400), /HTTP 400: .*invalid/],
    ['a redirect', { status: 302, body: '', headers: { location: 'https://x' } }, /HTTP 302/],
    ['a page', { status: 200, body: '<!doctype html><title>Login</title>' }, /says "Login"/],
    ['stale data', json({ metadata: { generated: 1 }, roas: [] }), /it is stale: \d+ hours old/],
  ] as const)('is not asked again after %s', async (_, answer, why) => {
    const { change, sent } = await addTo({ answers: [answer] });
    expect(change?.rpki).toMatchObject({ state: 'unread', why: expect.stringMatching(why) });
    expect(sent).toHaveLength(1);
  });

  test.each([
    ['no JSON', 'VRPs'],
    ['a megabyte', `"${'x'.repeat(1_048_576)}"`],
  ])('is asked three times if the response is %s', async (_, body) => {
    const answers = Array<ScriptedResponse>(3).fill({ status: 200, body });
    const { change, sent } = await addTo({ answers });
    expect(change?.rpki?.why).toMatch(/the response is too long or not JSON$/);
    expect(sent).toHaveLength(3);
  });

  test('ends with the run', async () => {
    const cancelled = AbortSignal.abort(new Failure('cancelled', 'cancelled'));
    await expect(addTo({ cancelled })).rejects.toMatchObject({ reason: 'cancelled' });
  });

  test('RIPEstat is asked with the name of this action', async () => {
    const answer = { status: 'ok', data: { status: 'unknown', validating_roas: [] } };
    const { change, sent } = await addTo({ rpki: 'ripestat', answers: [json(answer)] });
    expect(change?.rpki?.state).toBe('not-found');
    expect(sent).toMatchObject([
      {
        url: 'https://stat.ripe.net/data/rpki-validation/data.json',
        query: { resource: '64500', prefix: cidr, sourceapp: 'associate-ipam-byoasn' },
      },
    ]);
  });
});

describe('a VRP file', () => {
  let workspace: string;

  beforeAll(() => {
    workspace = mkdtempSync(join(tmpdir(), 'byoasn-rpki-'));
    const roas = ['64500', ...amazon].map((asn) => ({ asn: Number(asn), prefix: cidr }));
    writeFileSync(join(workspace, 'vrps.json'), JSON.stringify({ roas }));
  });

  afterAll(() => rmSync(workspace, { recursive: true }));

  test('is read from the workspace, or anywhere in a terminal', async () => {
    const inWorkspace = await addTo({ rpki: 'vrps.json', workspace });
    expect(inWorkspace.change?.rpki?.state).toBe('valid');
    const anywhere = await addTo({ rpki: join(workspace, 'vrps.json') });
    expect(anywhere.change?.rpki?.state).toBe('valid');
  });

  test('that is not there is unread', async () => {
    const { change } = await addTo({ rpki: 'other.json', workspace });
    expect(change?.rpki).toMatchObject({ state: 'unread', why: 'the file does not exist' });
  });
});
