import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Fakes, startFakes } from '../../fakes/fakes.ts';
import type { FakeVrp } from '../../fakes/rpki.ts';
import { certify } from '../../fakes/tls.ts';
import { behindProxy, hosts, targetsOf } from './behind-proxy.ts';
import { addDr, fastAssociations, fleet, runFile } from './fleet.ts';
import { type Ended, pair, runOn, runScenario, type Scenario } from './scenario.ts';

const dryRun = { 'dry-run': 'true' };
const vrp = (asn: number, prefix: string = pair.cidr, maxLength = 24): FakeVrp => ({
  asn,
  prefix,
  maxLength,
});
const amazon = [vrp(16509), vrp(14618)];

/** The VRPs that give the pair of the scenarios each verdict. */
const vrpsOf = {
  valid: [vrp(64500), ...amazon],
  invalid: [vrp(64500, '198.51.0.0/16', 20), ...amazon],
  'not-found': [],
} as const;

/** Uses fake servers with VRPs. */
async function withVrps(
  vrps: readonly FakeVrp[],
  use: (fakes: Fakes) => Promise<void>,
): Promise<void> {
  const fakes = await startFakes(fastAssociations);
  fakes.rpki.behaviour.vrps = vrps;
  try {
    await use(fakes);
  } finally {
    await fakes.close();
  }
}

/** A dry run that asks the fake Routinator, unless the inputs name another source. */
function planOn(fakes: Fakes, inputs: Scenario['with'] = {}): Promise<Ended> {
  return runOn(fakes, { with: { ...dryRun, rpki: fakes.rpki.url, ...inputs } });
}

const rpkiIn = (outputs: Readonly<Record<string, string>>) =>
  JSON.parse(outputs.plan ?? '').changes[0].rpki;

describe.concurrent('the verdict of a Routinator', () => {
  test.each([
    ['valid', 0],
    ['invalid', 1],
    ['not-found', 2],
  ] as const)(
    '%s is in outputs, log and summary, and by default it decides nothing',
    (state, warnings) =>
      withVrps(vrpsOf[state], async (fakes) => {
        const { outputs, result, log, summary, printed } = await planOn(fakes);
        expect(outputs.reason).toBe('dry-run-permitted');
        expect(rpkiIn(outputs)).toMatchObject({ state, way_back: [{ asn: '16509' }, {}] });
        expect(result.pairs[0]?.rpki).toEqual(rpkiIn(outputs));
        const text = `from AS64500 is ${state} in RPKI`;
        for (const page of [log, summary]) expect(page).toContain(text);
        expect(printed.filter(({ level }) => level === 'warning')).toHaveLength(warnings);
        const asked = fakes.requestLog.of('vrps');
        expect(asked.map(({ params }) => params)).toEqual([{ 'select-prefix': pair.cidr }]);
      }),
  );

  test.each([
    ['refuse-invalid', 'valid'],
    ['refuse-invalid', 'not-found'],
    ['require-valid', 'valid'],
  ] as const)('under %s lets pass what is %s', (policy, state) =>
    withVrps(vrpsOf[state], async (fakes) => {
      const { outputs } = await planOn(fakes, { 'rpki-policy': policy });
      expect(outputs.reason).toBe('dry-run-permitted');
    }),
  );

  test.each([
    ['refuse-invalid', 'invalid', 'the VRPs of AS64500 allow prefixes up to /20 only'],
    ['require-valid', 'invalid', 'the VRPs of AS64500 allow prefixes up to /20 only'],
    ['require-valid', 'not-found', 'no VRP covers it'],
  ] as const)('under %s refuses what is %s', (policy, state, why) =>
    withVrps(vrpsOf[state], async (fakes) => {
      const { outputs, log } = await planOn(fakes, { 'rpki-policy': policy });
      expect(outputs).toMatchObject({ reason: 'rpki-not-valid', changed: 'false' });
      expect(log).toContain(
        `Cannot associate 198.51.100.0/24 with AS64500 in us-west-2: 198.51.100.0/24 from AS64500 is ${state} in RPKI: ${why}`,
      );
    }),
  );
});

describe.concurrent('a source that cannot be used', () => {
  const failures: readonly (readonly [string, (fakes: Fakes) => string, RegExp])[] = [
    [
      'is stale',
      ({ rpki }) => {
        rpki.behaviour.ageHours = 30;
        return rpki.url;
      },
      /it is stale: 30 hours old, and the limit is 24 \(rpki-max-age\); renew the file or the source/,
    ],
    [
      'is not ready',
      ({ rpki, faults }) => {
        faults.add({
          operation: 'vrps',
          fault: '503-unavailable',
          times: Number.POSITIVE_INFINITY,
        });
        return rpki.url;
      },
      /HTTP 503: "Initial validation ongoing\. Please wait\."/,
    ],
    ['is something else', ({ rpki }) => `${rpki.url}/elsewhere`, /HTTP 404/],
    ['refuses connections', () => 'http://127.0.0.1:9', /ECONNREFUSED/],
    ['is a file that does not exist', () => 'vrps.json', /the file does not exist/],
  ];

  test.each(failures)('because it %s is a note, and a refusal under a policy', (_, arrange, why) =>
    withVrps(vrpsOf.valid, async (fakes) => {
      const rpki = arrange(fakes);
      const noted = await planOn(fakes, { rpki });
      expect(noted.outputs.reason).toBe('dry-run-permitted');
      expect(rpkiIn(noted.outputs)).toEqual({ state: 'unread', way_back: [] });
      expect(noted.summary).toContain('not read');
      expect(noted.log).toMatch(
        new RegExp(`\\[warning\\] RPKI data could not be read: .*${why.source}`),
      );
      const refused = await planOn(fakes, { rpki, 'rpki-policy': 'refuse-invalid' });
      expect(refused.outputs).toMatchObject({ reason: 'rpki-unreadable', changed: 'false' });
      expect(refused.log).toMatch(why);
    }),
  );
});

describe.concurrent('a file of VRPs', () => {
  const strict = { ...dryRun, rpki: 'rpki/vrps.json', 'rpki-policy': 'require-valid' };
  const roas = vrpsOf.valid.map((row) => ({ ...row, ta: 'test' }));
  const text = JSON.stringify({ metadata: { buildtime: new Date().toISOString() }, roas });

  test('is read from the workspace', async () => {
    const { outputs } = await runScenario({ with: strict, files: { 'rpki/vrps.json': text } });
    expect(outputs.reason).toBe('dry-run-permitted');
    expect(rpkiIn(outputs)).toMatchObject({ state: 'valid', way_back: [{ asn: '16509' }, {}] });
  });

  test('is not read through a link to a file outside', async () => {
    const { log, outputs } = await runScenario({
      with: { ...strict, rpki: 'vrps.json' },
      arrange: (workspace) => {
        const outside = join(dirname(workspace), 'outside.json');
        writeFileSync(outside, text);
        symlinkSync(outside, join(workspace, 'vrps.json'));
      },
    });
    expect(outputs.reason).toBe('rpki-unreadable');
    expect(log).toContain('the file is neither in the workspace nor');
  });

  test('cannot inject anything into the reports', async () => {
    const hostile = '::set-output name=changed::true\n<b>@octocat</b>';
    const { raw, summary } = await runScenario({
      with: { ...dryRun, rpki: 'vrps.json' },
      files: { 'vrps.json': JSON.stringify([{ asn: hostile, prefix: pair.cidr }]) },
    });
    expect(raw).not.toMatch(/^\s*::set-output/m);
    expect(summary).not.toContain('<b>@octocat</b>');
  });
});

test('RIPEstat is asked through the proxy, once per CIDR', async () => {
  const certificate = await certify([...Object.values(hosts), 'stat.ripe.net']);
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-ca-'));
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, certificate.ca);
  try {
    await behindProxy({ certificate, caFile }, async ({ fakes, proxy, run }) => {
      const { behaviour } = fakes.rpki;
      const verdict = async () => {
        const { result } = await run({ with: { ...dryRun, rpki: 'ripestat' } });
        return result.pairs[0]?.rpki;
      };
      expect(await verdict()).toMatchObject({ state: 'valid' });
      expect(targetsOf(proxy)).toContain('CONNECT stat.ripe.net:443');
      expect(fakes.requestLog.of('rpki-validation').map(({ params }) => params)).toEqual([
        { resource: '64500', prefix: '198.51.100.0/24', sourceapp: 'associate-ipam-byoasn' },
      ]);
      behaviour.vrps = vrpsOf.invalid;
      expect(await verdict()).toMatchObject({ state: 'invalid' });
      behaviour.vrps = vrpsOf['not-found'];
      expect(await verdict()).toMatchObject({ state: 'not-found' });
      fakes.faults.add({ operation: 'rpki-validation', fault: 'status500', times: 3 });
      expect(await verdict()).toMatchObject({ state: 'unread' });
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('an apply reads RPKI again, and the digest does not contain it', () =>
  withVrps(vrpsOf.valid, async (fakes) => {
    const { behaviour, url } = fakes.rpki;
    const strict = { rpki: url, 'rpki-policy': 'require-valid' };
    const plain = await runOn(fakes, { with: dryRun });
    const planned = await runOn(fakes, { with: { ...dryRun, ...strict } });
    const digest = planned.outputs['plan-digest'] ?? '';
    expect(digest).toBe(plain.outputs['plan-digest']);
    behaviour.vrps = [];
    const refused = await runOn(fakes, { with: { ...strict, 'expected-plan': digest } });
    expect(refused.outputs).toMatchObject({ reason: 'rpki-not-valid', changed: 'false' });
    expect(refused.log).not.toContain('differs from the approved');
    behaviour.vrps = vrpsOf.valid;
    const plan = planned.outputs.plan ?? '';
    const applied = await runOn(fakes, { with: { ...strict, 'expected-plan': plan } });
    expect(applied.outputs.reason).toBe('associated');
  }));

test('a file with one invalid route is refused, with its line', () =>
  withVrps([...vrpsOf.valid, vrp(64500, '203.0.113.0/24')], async (fakes) => {
    addDr(fakes);
    const inputs = { ...dryRun, rpki: fakes.rpki.url, 'rpki-policy': 'refuse-invalid' };
    const { outputs, log } = await runFile(fakes, fleet, inputs);
    expect(outputs.reason).toBe('refused');
    expect(log).toContain(
      'rpki-not-valid: 203.0.113.0/24 from AS64501 is invalid in RPKI: only AS64500 may originate it; create a ROA for 203.0.113.0/24 with AS64501',
    );
    expect(fakes.requestLog.of('vrps')).toHaveLength(3);
  }));

test('a run without RPKI loads neither its code nor that of routes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-bundle-'));
  try {
    cpSync(join(import.meta.dirname, '..', '..', '..', 'dist'), folder, { recursive: true });
    for (const file of ['evidence.js', 'routes.js']) rmSync(join(folder, file));
    const { outputs } = await runScenario({ with: dryRun, program: join(folder, 'index.js') });
    expect(outputs.reason).toBe('dry-run-permitted');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
