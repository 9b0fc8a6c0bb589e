import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startFakes } from '../../fakes/fakes.ts';
import { type FakeRpki, type FakeVrp, startRpki } from '../../fakes/rpki.ts';
import { certify } from '../../fakes/tls.ts';
import { behindProxy, hosts, targetsOf } from './behind-proxy.ts';
import { addDr, fleet, runFile, settled } from './fleet.ts';
import { pair, runOn, runScenario, type Scenario } from './scenario.ts';

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

async function withRpki(
  vrps: readonly FakeVrp[],
  use: (rpki: FakeRpki) => Promise<void>,
): Promise<void> {
  const rpki = await startRpki(vrps);
  try {
    await use(rpki);
  } finally {
    await rpki.close();
  }
}

/** A dry run of the pair. */
const planWith = (inputs: Scenario['with'], scenario: Scenario = {}) =>
  runScenario({ ...scenario, with: { ...dryRun, ...inputs } });

const rpkiIn = (outputs: Readonly<Record<string, string>>) =>
  JSON.parse(outputs.plan ?? '').changes[0].rpki;

describe.concurrent('the verdict of a Routinator', () => {
  test.each([
    ['valid', { state: 'valid' }, 0],
    ['invalid', { state: 'invalid' }, 1],
    ['not-found', { state: 'not-found' }, 2],
  ] as const)(
    '%s is in outputs, log and summary, and by default it decides nothing',
    (state, found, warnings) =>
      withRpki(vrpsOf[state], async (rpki) => {
        const { outputs, result, log, summary, shown } = await planWith({ rpki: rpki.url });
        expect(outputs.reason).toBe('dry-run-permitted');
        expect(rpkiIn(outputs)).toMatchObject(found);
        expect(result.pairs[0]?.rpki).toEqual(rpkiIn(outputs));
        const text = `from AS64500 is ${state} in RPKI`;
        for (const page of [log, summary]) expect(page).toContain(text);
        const shownWarnings = shown.filter(({ level }) => level === 'warning');
        expect(shownWarnings.map(({ text }) => text)).toHaveLength(warnings);
        expect(rpki.asked.map(({ pathname }) => pathname)).toEqual(['/json']);
      }),
  );

  test.each([
    ['refuse-invalid', 'valid', 'dry-run-permitted'],
    ['refuse-invalid', 'not-found', 'dry-run-permitted'],
    ['require-valid', 'valid', 'dry-run-permitted'],
  ] as const)('under %s lets pass what is %s', (policy, state, reason) =>
    withRpki(vrpsOf[state], async (rpki) => {
      const { outputs } = await planWith({ rpki: rpki.url, 'rpki-policy': policy });
      expect(outputs.reason).toBe(reason);
    }),
  );

  test.each([
    ['refuse-invalid', 'invalid', 'the VRPs of AS64500 allow prefixes up to /20 only'],
    ['require-valid', 'invalid', 'the VRPs of AS64500 allow prefixes up to /20 only'],
    ['require-valid', 'not-found', 'no VRP covers it'],
  ] as const)('under %s refuses what is %s', (policy, state, why) =>
    withRpki(vrpsOf[state], async (rpki) => {
      const { outputs, log } = await planWith({ rpki: rpki.url, 'rpki-policy': policy });
      expect(outputs).toMatchObject({ reason: 'rpki-not-valid', changed: 'false' });
      expect(log).toContain(
        `Cannot associate 198.51.100.0/24 with AS64500 in us-west-2: 198.51.100.0/24 from AS64500 is ${state} in RPKI: ${why}`,
      );
    }),
  );
});

describe.concurrent('a source that cannot be used', () => {
  const failures: readonly (readonly [string, (rpki: FakeRpki) => string, RegExp])[] = [
    [
      'is stale',
      ({ url, behaviour }) => {
        behaviour.ageHours = 30;
        return url;
      },
      /it is stale: 30 hours old, and rpki-max-age is 24/,
    ],
    [
      'is not ready',
      ({ url, behaviour }) => {
        behaviour.status = 503;
        return url;
      },
      /answered 503, saying "Initial validation ongoing\. Please wait\."/,
    ],
    ['is something else', ({ url }) => `${url}/elsewhere`, /answered 404/],
    ['refuses connections', () => 'http://127.0.0.1:9', /ECONNREFUSED/],
    ['is a file that is not there', () => 'vrps.json', /the file does not exist/],
    ['is outside the workspace', () => '/etc/rpki.json', /does not exist|neither in the workspace/],
  ];

  test.each(failures)('because it %s is a note, and refuses under a policy', (_, arrange, why) =>
    withRpki(vrpsOf.valid, async (rpki) => {
      const source = arrange(rpki);
      const noted = await planWith({ rpki: source });
      expect(noted.outputs.reason).toBe('dry-run-permitted');
      expect(rpkiIn(noted.outputs)).toEqual({ state: 'unread', way_back: [] });
      expect(noted.summary).toContain('not read');
      expect(noted.log).toMatch(
        new RegExp(`\\[warning\\] RPKI could not be read: .*${why.source}`),
      );
      const refused = await planWith({ rpki: source, 'rpki-policy': 'refuse-invalid' });
      expect(refused.outputs).toMatchObject({ reason: 'rpki-unreadable', changed: 'false' });
      expect(refused.log).toMatch(why);
    }),
  );

  test('because it is silent is given up after three times five seconds', () =>
    withRpki([], async (rpki) => {
      rpki.behaviour.isSilent = true;
      const { log, outputs } = await planWith({ rpki: rpki.url });
      expect(outputs.reason).toBe('dry-run-permitted');
      expect(log).toMatch(/RPKI could not be read: .*no answer within 5\.0 s/);
      expect(rpki.asked).toHaveLength(3);
    }));
});

describe.concurrent('a file of VRPs', () => {
  const roas = vrpsOf.valid.map(({ asn, ...rest }) => ({ asn, ...rest, ta: 'test' }));
  const metadata = { buildtime: new Date().toISOString() };

  test('is read from the workspace', async () => {
    const { outputs } = await planWith(
      { rpki: 'rpki/vrps.json', 'rpki-policy': 'require-valid' },
      { files: { 'rpki/vrps.json': JSON.stringify({ metadata, roas }) } },
    );
    expect(outputs.reason).toBe('dry-run-permitted');
    expect(rpkiIn(outputs)).toMatchObject({ state: 'valid', way_back: [{ asn: '16509' }, {}] });
  });

  test('is not read through a link that leads out of it', async () => {
    const { log, outputs } = await planWith(
      { rpki: 'vrps.json', 'rpki-policy': 'require-valid' },
      {
        arrange: (workspace) => {
          const outside = join(dirname(workspace), 'outside.json');
          writeFileSync(outside, JSON.stringify({ metadata, roas }));
          symlinkSync(outside, join(workspace, 'vrps.json'));
        },
      },
    );
    expect(outputs.reason).toBe('rpki-unreadable');
    expect(log).toContain('the file is neither in the workspace nor');
  });

  test('cannot put anything into the reports', async () => {
    const hostile = '::set-output name=changed::true\n<b>@octocat</b>';
    const { raw, summary } = await planWith(
      { rpki: 'vrps.json' },
      { files: { 'vrps.json': JSON.stringify([{ asn: hostile, prefix: pair.cidr }]) } },
    );
    expect(raw).not.toMatch(/^\s*::set-output/m);
    expect(summary).not.toContain('<b>@octocat</b>');
  });
});

test('RIPEstat is asked through the proxy, once for a CIDR', () =>
  withRpki(vrpsOf.valid, async (rpki) => {
    const certificate = await certify([...Object.values(hosts), 'stat.ripe.net']);
    const folder = mkdtempSync(join(tmpdir(), 'byoasn-ca-'));
    const caFile = join(folder, 'ca.pem');
    writeFileSync(caFile, certificate.ca);
    try {
      await behindProxy(
        { certificate, caFile },
        async ({ proxy, run }) => {
          const verdict = async () =>
            (await run({ with: { ...dryRun, rpki: 'ripestat' } })).result.pairs[0]?.rpki;
          expect(await verdict()).toMatchObject({ state: 'valid' });
          expect(targetsOf(proxy)).toContain('CONNECT stat.ripe.net:443');
          expect(rpki.asked.map(({ search }) => search)).toEqual([
            '?prefix=198.51.100.0%2F24&resource=64500&sourceapp=associate-ipam-byoasn',
          ]);
          rpki.behaviour.vrps = vrpsOf.invalid;
          expect(await verdict()).toMatchObject({ state: 'invalid' });
          rpki.behaviour.vrps = vrpsOf['not-found'];
          expect(await verdict()).toMatchObject({ state: 'not-found' });
          rpki.behaviour.status = 500;
          expect(await verdict()).toMatchObject({ state: 'unread' });
        },
        { more: { 'stat.ripe.net': rpki } },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  }));

test('an apply asks again, and RPKI is not in the digest', () =>
  withRpki(vrpsOf.valid, async (rpki) => {
    const fakes = await startFakes(settled);
    const strict = { rpki: rpki.url, 'rpki-policy': 'require-valid' };
    try {
      const plain = await runOn(fakes, { with: dryRun });
      const planned = await runOn(fakes, { with: { ...dryRun, ...strict } });
      const digest = planned.outputs['plan-digest'] ?? '';
      expect(digest).toBe(plain.outputs['plan-digest']);
      rpki.behaviour.vrps = [];
      const refused = await runOn(fakes, { with: { ...strict, 'expected-plan': digest } });
      expect(refused.outputs).toMatchObject({ reason: 'rpki-not-valid', changed: 'false' });
      expect(refused.log).not.toContain('differs from the approved');
      rpki.behaviour.vrps = vrpsOf.valid;
      const plan = planned.outputs.plan ?? '';
      const applied = await runOn(fakes, { with: { ...strict, 'expected-plan': plan } });
      expect(applied.outputs.reason).toBe('associated');
    } finally {
      await fakes.close();
    }
  }));

test('a file with one invalid route is refused, with its line', () =>
  withRpki([...vrpsOf.valid, vrp(64500, '203.0.113.0/24')], async (rpki) => {
    const fakes = await startFakes(settled);
    addDr(fakes);
    try {
      const inputs = { ...dryRun, rpki: rpki.url, 'rpki-policy': 'refuse-invalid' };
      const { outputs, log } = await runFile(fakes, fleet, inputs);
      expect(outputs.reason).toBe('refused');
      expect(log).toContain(
        'rpki-not-valid: 203.0.113.0/24 from AS64501 is invalid in RPKI: only AS64500 may originate it; create a ROA for 203.0.113.0/24 with AS64501',
      );
      expect(rpki.asked).toHaveLength(3);
    } finally {
      await fakes.close();
    }
  }));

test('a run without RPKI needs none of its code', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-bundle-'));
  try {
    cpSync(join(import.meta.dirname, '..', '..', '..', 'dist'), folder, { recursive: true });
    rmSync(join(folder, 'add-verdicts.js'));
    const { outputs } = await planWith({}, { program: join(folder, 'index.js') });
    expect(outputs.reason).toBe('dry-run-permitted');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
