import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileText } from '../../unit/report/text.ts';
import { corruptedAnswer } from './corrupted.ts';
import { counted, elapsedMs, factor, fuzz, fuzzTimeoutMs } from './fuzz.ts';
import {
  account,
  advertised,
  attack,
  defaultRouteResponder,
  discoveryId,
  type Ended,
  expectValidOutcome,
  lookingGlassJson,
  pair,
  provisioned,
  routeCalls,
  untruncated,
  validJson,
} from './run.ts';
import { allHostileText, commands } from './texts.ts';
import {
  cidrsXml,
  discoveredRoutesXml,
  discoveriesXml,
  ec2Error,
  type ListedCidr,
  type Responder,
  routeXml,
  type WireResponse,
} from './wire.ts';

/** A change of a route: the desired origin, and AWS's listings before and after it. */
interface WantedChange {
  readonly origin: string;
  readonly before: ListedCidr;
  readonly after: ListedCidr;
}

const elsewhere: ListedCidr = {
  ...advertised,
  associations: [
    { ...pair, state: 'associated' },
    { ...pair, asn: '64501', state: 'advertised' },
  ],
};

const changes = {
  advertise: { origin: pair.asn, before: provisioned, after: advertised },
  swap: { origin: pair.asn, before: elsewhere, after: advertised },
  'swap to AWS': {
    origin: 'AWS',
    before: advertised,
    after: { ...advertised, associations: [{ ...pair, state: 'associated' }] },
  },
  withdraw: { origin: 'none', before: advertised, after: provisioned },
} as const satisfies Readonly<Record<string, WantedChange>>;

type ChangeName = keyof typeof changes;
const names = ['advertise', 'swap', 'swap to AWS', 'withdraw'] as const;

const operations = [
  'DescribeByoipCidrs',
  'DescribeIpamResourceDiscoveries',
  'GetIpamDiscoveredRoutes',
  'looking-glass',
  'rpki-validation',
  'AdvertiseByoipCidr',
  'WithdrawByoipCidr',
] as const;
type Operation = (typeof operations)[number];

const goodBodies: Readonly<Record<Operation, string>> = {
  DescribeByoipCidrs: cidrsXml([advertised]),
  DescribeIpamResourceDiscoveries: discoveriesXml([
    { id: discoveryId, owner: account, isDefault: 'true' },
  ]),
  GetIpamDiscoveredRoutes: discoveredRoutesXml([
    { cidr: pair.cidr, asn: '64501', state: 'advertised', sampleTime: new Date(0).toISOString() },
  ]),
  'looking-glass': lookingGlassJson(12),
  'rpki-validation': validJson(pair.asn),
  AdvertiseByoipCidr: routeXml('AdvertiseByoipCidr', provisioned),
  WithdrawByoipCidr: routeXml('WithdrawByoipCidr', advertised),
};

/** A run of a change in which one operation gets this response. */
function change(
  name: ChangeName,
  operation: Operation,
  answer: WireResponse | Error,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { origin, before, after } = changes[name];
  const responder: Responder = (request, nth) => {
    if (request.action === operation) return answer;
    return request.action === 'DescribeByoipCidrs'
      ? { body: cidrsXml([nth === 0 ? before : after]) }
      : defaultRouteResponder(request, nth);
  };
  return attack({
    action: 'routes',
    with: { origin, 'wait-timeout-seconds': '60', 'verify-timeout-seconds': '20', ...inputs },
    responder,
  });
}

const textOf = (answer: WireResponse | Error) =>
  answer instanceof Error ? '' : Buffer.from(answer.body).toString();

/** For any bytes, the run claims and changes nothing without a listing as the reason. */
function expectConsistentRoute(ended: Ended, name: ChangeName, mode: 'dry-run' | 'apply'): void {
  expectValidOutcome(ended);
  const { origin, before, after } = changes[name];
  const calls = routeCalls(ended);
  expect(calls.length).toBeLessThanOrEqual(mode === 'dry-run' ? 0 : 3);
  for (const { request } of calls) {
    const isWithdrawal = request.action === 'WithdrawByoipCidr';
    expect(isWithdrawal).toBe(origin === 'none');
    expect(request.params.get('Cidr')).toBe(pair.cidr);
    if (!isWithdrawal) expect(request.params.get('Asn'), 'Asn is always sent').toBe(origin);
  }
  const listings = ended.exchanges
    .filter(({ request }) => request.action === 'DescribeByoipCidrs')
    .map(({ answer }) => textOf(answer));
  const shows = (state = '') =>
    listings.some((text) => text.includes(state) && text.includes(pair.cidr));
  if (calls.length > 0) expect(shows(before.state), 'a listing allowed the call').toBe(true);
  const { reason, pairs } = ended.outcome;
  if (reason === 'advertised' || reason === 'withdrawn') {
    expect(shows(after.state), 'a listing shows the end').toBe(true);
  }
  for (const { state } of pairs) {
    if (state === 'unknown' || state === 'not listed') continue;
    const shown = untruncated(state).trim();
    expect(
      listings.some((text) => text.includes(shown) || text.includes('&')),
      shown,
    ).toBe(true);
  }
}

/** Whether this response proves that the call was not carried out. */
const isCertain = ({ answer }: { readonly answer: WireResponse | Error }) =>
  !(answer instanceof Error) && (answer.status ?? 200) >= 400 && (answer.status ?? 200) < 500;

const corrupted = fc
  .record({ name: fc.constantFrom(...names), dryRun: fc.boolean() })
  .chain((run) =>
    fc.constantFrom(...operations).chain((operation) =>
      fc.record({
        name: fc.constant(run.name),
        mode: fc.constant(run.dryRun ? ('dry-run' as const) : ('apply' as const)),
        operation: fc.constant(operation),
        answer: corruptedAnswer(goodBodies[operation]),
      }),
    ),
  );

const modeInputs = (mode: 'dry-run' | 'apply') => ({ 'dry-run': String(mode === 'dry-run') });

describe('whatever a run for routes receives,', () => {
  test(
    'bytes, statuses and headers of any kind cause no defect, no false report and no useless call',
    async () => {
      await fuzz('bytes for routes', corrupted, 120, async ({ name, mode, operation, answer }) => {
        const ended = await change(name, operation, answer, modeInputs(mode));
        expectConsistentRoute(ended, name, mode);
        if (name !== 'swap') return;
        const earlier = routeCalls(ended).slice(0, -1);
        expect(earlier.every(isCertain), 'a swap that may be made is not repeated').toBe(true);
      });
    },
    fuzzTimeoutMs,
  );

  test(
    'codes and messages of any kind cause no defect',
    async () => {
      const error = fc.record({
        name: fc.constantFrom(...names),
        mode: fc.constantFrom('dry-run' as const, 'apply' as const),
        operation: fc.constantFrom(...operations.filter((operation) => !operation.includes('-'))),
        status: fc.constantFrom(400, 403, 404, 412, 429, 500, 503),
        code: fc.oneof(
          hostileText,
          fc.constantFrom(
            'DryRunOperation',
            'RequestLimitExceeded',
            '__proto__',
            '',
            allHostileText,
          ),
        ),
        message: hostileText,
      });
      await fuzz('errors for routes', error, 50, async (input) => {
        const { name, mode, operation, status, code, message } = input;
        const answer = ec2Error(status, code, message);
        const ended = await change(name, operation, answer, modeInputs(mode));
        expectConsistentRoute(ended, name, mode);
      });
    },
    fuzzTimeoutMs,
  );

  test(
    'any connection error causes no defect',
    async () => {
      const broken = fc.record({
        name: fc.constantFrom(...names),
        operation: fc.constantFrom(...operations),
        message: hostileText,
        code: fc.oneof(fc.constantFrom('ECONNRESET', 'ENOTFOUND', 'EPIPE', 'CERT_X'), hostileText),
      });
      await fuzz('broken routes', broken, 30, async ({ name, operation, message, code }) => {
        const error = Object.assign(new Error(message), { code });
        expectConsistentRoute(await change(name, operation, error), name, 'apply');
      });
    },
    fuzzTimeoutMs,
  );

  test(
    'any document from RIPEstat is read or not, and fails a run only under the policy of RPKI',
    async () => {
      const json = fc.oneof(
        fc.jsonValue().map((value) => JSON.stringify(value)),
        fc.jsonValue().map((value) => JSON.stringify({ status: 'ok', data: value })),
        fc.jsonValue().map((rrcs) => JSON.stringify({ status: 'ok', data: { rrcs } })),
        fc
          .jsonValue()
          .map((peers) => JSON.stringify({ status: 'ok', data: { rrcs: [{ peers }] } })),
        fc.constantFrom(...commands, '{"__proto__":{"status":"ok"}}', '[['.repeat(5_000)),
      );
      const document = fc.record({
        name: fc.constantFrom(...names),
        operation: fc.constantFrom('looking-glass' as const, 'rpki-validation' as const),
        body: json,
      });
      await fuzz('documents of RIPEstat', document, 90, async ({ name, operation, body }) => {
        const ended = await change(name, operation, { body });
        expectConsistentRoute(ended, name, 'apply');
        const isJudged = operation === 'rpki-validation' && name !== 'withdraw';
        expect(ended.outcome.reason).toMatch(
          isJudged ? /^rpki-unreadable$/ : /^(advertised|withdrawn)$/,
        );
      });
    },
    fuzzTimeoutMs,
  );
});

// Every byte with FUZZ_RUNS; otherwise a sample.
const stride = factor > 1 ? 1 : 17;

describe('a valid response to a run for routes that is truncated', () => {
  test.each(['AdvertiseByoipCidr', 'DescribeByoipCidrs'] as const)(
    'anywhere proves nothing: %s',
    async (operation) => {
      const goodBody = goodBodies[operation];
      const cut = counted('cut answers for routes', async (at: number) => {
        const body = goodBody.slice(0, at);
        const unseen = change('swap', operation, { body });
        expectConsistentRoute(await unseen, 'swap', 'apply');
        expect(routeCalls(await unseen).length).toBe(operation === 'DescribeByoipCidrs' ? 0 : 1);
        expect((await unseen).outcome.conclusion, body).toBe('failure');
      });
      for (let at = 0; at < goodBody.length; at += stride) await cut(at);
    },
  );
});

describe('a response to a change', () => {
  test.each<ListedCidr>([{ cidr: '198.51.100.0/25' }, { state: 'advertised' }, {}])(
    'about another CIDR does not count: %j',
    async (other) => {
      const body = routeXml('AdvertiseByoipCidr', other);
      const ended = await change('swap', 'AdvertiseByoipCidr', { body });
      expectConsistentRoute(ended, 'swap', 'apply');
      expect(ended.outcome.reason).toBe('service-error');
      expect(ended.outcome.pairs).toMatchObject([{ changed: false, state: 'unknown' }]);
      expect(routeCalls(ended)).toHaveLength(1);
    },
  );

  test.each(['advertised', 'provisioned', allHostileText])(
    'proves no state, only that AWS has accepted it: %j',
    async (state) => {
      const ended = await attack({
        action: 'routes',
        with: { 'wait-timeout-seconds': '30' },
        responder: (request, nth) => {
          if (request.action === 'DescribeByoipCidrs') return { body: cidrsXml([provisioned]) };
          return request.action === 'AdvertiseByoipCidr'
            ? { body: routeXml('AdvertiseByoipCidr', { cidr: pair.cidr, state }) }
            : defaultRouteResponder(request, nth);
        },
      });
      expectValidOutcome(ended);
      expect(ended.outcome.conclusion).toBe('failure');
      expect(ended.outcome.pairs).toMatchObject([{ changed: true, state: 'provisioned' }]);
      expect(routeCalls(ended)).toHaveLength(1);
    },
  );
});

describe('a listing that contradicts itself', () => {
  test.each([
    [provisioned, advertised],
    [advertised, provisioned],
    [provisioned, { ...provisioned, state: 'pending-deprovision' }],
  ])('changes no route: %j', async (...listed) => {
    const body = cidrsXml(listed);
    for (const name of names) {
      const ended = await change(name, 'DescribeByoipCidrs', { body });
      expectValidOutcome(ended);
      expect(routeCalls(ended)).toEqual([]);
    }
  });
});

describe('a word of this action', () => {
  test.each(['not listed', 'unknown', 'none', '__proto__', 'constructor', 'AWS'])(
    'as the state of a CIDR is not taken for its own: %s',
    async (state) => {
      const body = cidrsXml([{ ...provisioned, state }]);
      const ended = await change('advertise', 'DescribeByoipCidrs', { body });
      expectValidOutcome(ended);
      expect(ended.outcome.reason).toBe('unknown-state');
      expect(routeCalls(ended)).toEqual([]);
    },
  );

  test.each(['none', 'unknown', '', '__proto__', 'AS', '64500.', '-1'])(
    'as the ASN of the origin is no origin: %j',
    async (asn) => {
      const listed = {
        ...advertised,
        associations: [
          { ...pair, state: 'associated' },
          { asn, state: 'advertised' },
        ],
      };
      const ended = await change('swap', 'DescribeByoipCidrs', { body: cidrsXml([listed]) });
      expectValidOutcome(ended);
      expect(ended.outcome.conclusion).toBe('failure');
      expect(routeCalls(ended)).toEqual([]);
    },
  );
});

describe('a listing without an end', () => {
  const endless = (operation: Operation): Responder => {
    const page = operation === 'GetIpamDiscoveredRoutes' ? discoveredRoutesXml : discoveriesXml;
    return (request, nth) => {
      if (request.action === operation) return { body: page([], `token ${nth}`) };
      return request.action === 'DescribeByoipCidrs'
        ? { body: cidrsXml([nth === 0 ? elsewhere : advertised]) }
        : defaultRouteResponder(request, nth);
    };
  };

  test.each(['DescribeIpamResourceDiscoveries', 'GetIpamDiscoveredRoutes'] as const)(
    'takes at most ten seconds, and the run continues: %s',
    async (operation) => {
      const ended = await attack({
        action: 'routes',
        with: { verify: 'off', 'wait-timeout-seconds': '60' },
        responder: endless(operation),
      });
      expectValidOutcome(ended);
      expect(ended.outcome.reason).toBe('advertised');
      expect(ended.clockMs).toBeLessThan(20_000);
    },
  );
});

describe('an enormous looking glass', () => {
  const peersJson = (peers: readonly object[]) =>
    JSON.stringify({ status: 'ok', data: { rrcs: [{ peers }] } });
  const plan = (body: string) =>
    change('advertise', 'looking-glass', { body }, { 'dry-run': 'true' });
  const pathsOf = (count: number, path: (nth: number) => string) =>
    Array.from({ length: count }, (_, nth) => ({ prefix: pair.cidr, as_path: path(nth) }));

  test('of more than eight megabytes is not read', async () => {
    const ended = await plan(peersJson([{ prefix: ' '.repeat(8_400_000), as_path: '' }]));
    expectValidOutcome(ended);
    expect(ended.outcome.reason).toBe('planned');
    expect(ended.lines.join()).toContain('too long or not JSON');
  });

  test('of many peers with long paths is read quickly', async () => {
    const started = elapsedMs();
    const ended = await plan(peersJson(pathsOf(1_500, () => `${'64496 '.repeat(600)}16509 64500`)));
    expectValidOutcome(ended);
    expect(ended.outcome.reason).toBe('planned');
    expect(ended.lines.join()).toContain('AS64500 by 1500 peers');
    expect(elapsedMs() - started).toBeLessThan(5_000);
  });

  test('of a hundred thousand origins is reported in short texts', async () => {
    const ended = await plan(peersJson(pathsOf(100_000, (nth) => `16509 ${nth + 1_000_000}`)));
    expectValidOutcome(ended);
    expect(ended.outcome.reason).toBe('planned');
    expect(Math.max(...ended.lines.map((line) => line.length))).toBeLessThan(2_000);
    const [route] = ended.outcome.pairs;
    expect(route?.route && route.effect.length).toBeLessThan(2_000);
  });

  test('of one path that never ends is read', async () => {
    const ended = await plan(peersJson(pathsOf(1, () => '64500 '.repeat(1_000_000))));
    expectValidOutcome(ended);
    expect(ended.outcome.reason).toBe('planned');
  });
});

describe('a deeply nested document of RIPEstat', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const peer = (field: string) => `{"prefix":"${pair.cidr}",${field}:${deep}}`;
  const bodies = {
    'that never ends': '['.repeat(1_000_000),
    'of nothing else': deep,
    'in place of its data': `{"status":"ok","data":${deep}}`,
    'in place of its lists': `{"status":"ok","data":{"rrcs":${deep},"validating_roas":${deep}}}`,
    'in a route': `{"status":"ok","data":{"rrcs":[{"peers":[${peer('"as_path"')}]}]}}`,
    'in a VRP': `{"status":"ok","data":{"status":"valid","validating_roas":[${peer('"origin"')}]}}`,
  };

  test.each(Object.entries(bodies))('causes no defect: %s', async (_, body) => {
    const seen = await change('swap', 'looking-glass', { body });
    expectConsistentRoute(seen, 'swap', 'apply');
    expect(seen.outcome.reason).toBe('advertised');
    const ended = await change('swap', 'rpki-validation', { body });
    expectConsistentRoute(ended, 'swap', 'apply');
    expect(ended.outcome.reason).toBe('rpki-unreadable');
  });
});
