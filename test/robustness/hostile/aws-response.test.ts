import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileText } from '../../unit/report/text.ts';
import { corruptedAnswer, status } from './corrupted.ts';
import { counted, elapsedMs, factor, fuzz, fuzzTimeoutMs } from './fuzz.ts';
import {
  account,
  associateCalls,
  attack,
  chainedRoles,
  defaultResponder,
  type Ended,
  expectValidOutcome,
  goodListing,
  pair,
  untruncated,
} from './run.ts';
import { allHostileText, commands } from './texts.ts';
import {
  acceptanceXml,
  asnsXml,
  cidrsXml,
  ec2Error,
  identityXml,
  type Responder,
  sessionXml,
  stsError,
  type WireResponse,
} from './wire.ts';

const operations = [
  'AssumeRoleWithWebIdentity',
  'AssumeRole',
  'GetCallerIdentity',
  'DescribeByoipCidrs',
  'DescribeIpamByoasn',
  'AssociateIpamByoasn',
] as const;
type Operation = (typeof operations)[number];

/** AWS without faults, except for one operation with this response. */
const respondingWith =
  (operation: string, answer: WireResponse | Error): Responder =>
  (request, nth) =>
    request.action === operation ? answer : defaultResponder(request, nth);

/** A short run that calls every operation of the mode. */
const brief = {
  ...chainedRoles,
  'wait-timeout-seconds': '60',
  'allowed-account-ids': account,
} as const;

const goodBodies: Readonly<Record<Operation, string>> = {
  AssumeRoleWithWebIdentity: sessionXml(),
  AssumeRole: sessionXml('ASIAHOSTILE000000001', 'AssumeRole'),
  GetCallerIdentity: identityXml(account),
  DescribeByoipCidrs: goodListing('associated'),
  DescribeIpamByoasn: asnsXml([{ asn: pair.asn, state: 'provisioned' }]),
  AssociateIpamByoasn: acceptanceXml({ ...pair, state: 'pending-association' }),
};

/** The texts of a body, with references and sections resolved and comments removed. */
function textOf({ body }: WireResponse): string {
  return Buffer.from(body)
    .toString()
    .replaceAll(/<!--.*?-->|<!\[CDATA\[|\]\]>|<\?.*?\?>/gs, '')
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => characterOf(Number.parseInt(code, 16)))
    .replaceAll(/&#([0-9]+);/g, (_, code: string) => characterOf(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\r\n?/g, '\n');
}

const characterOf = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** For any bytes from AWS, the run claims nothing that is not in a response. */
function expectConsistentOutcome(ended: Ended): void {
  expectValidOutcome(ended);
  const exchanges = ended.exchanges.map(({ request, answer }) => ({
    request,
    text: answer instanceof Error ? '' : textOf(answer),
  }));
  const listings = exchanges.filter(({ request }) => request.action === 'DescribeByoipCidrs');
  const { reason, pairs } = ended.outcome;
  for (const { state } of pairs) {
    if (state === 'unknown' || state === 'absent') continue;
    expect(
      exchanges.some(({ text }) => text.includes(untruncated(state))),
      state,
    ).toBe(true);
  }
  if (reason === 'associated' || reason === 'already-associated') {
    const listed = listings.some(
      ({ text }) =>
        text.includes('associated') && text.includes(pair.cidr) && text.includes(pair.asn),
    );
    expect(listed, 'a listing shows the association').toBe(true);
  }
  const [write] = associateCalls(ended);
  if (!write) return;
  const before = ended.exchanges.slice(0, ended.exchanges.indexOf(write));
  const read = before.filter(
    ({ request, answer }) =>
      request.action === 'DescribeByoipCidrs' &&
      !(answer instanceof Error) &&
      (answer.status ?? 200) < 300 &&
      textOf(answer).includes(pair.cidr) &&
      /provisioned|advertised|pending-(advertising|withdrawal)/.test(textOf(answer)),
  );
  expect(read.length, 'a listing showed the CIDR as ready').toBeGreaterThan(0);
}

const corrupted = fc.constantFrom(...operations).chain((operation) =>
  fc.record({
    operation: fc.constant(operation),
    answer: corruptedAnswer(goodBodies[operation]),
    dryRun: fc.boolean(),
  }),
);

const codes = fc.oneof(
  fc.constantFrom('DryRunOperation', 'RequestLimitExceeded', 'AccessDenied', 'RequestExpired'),
  fc.constantFrom(
    'InternalError',
    'IDPCommunicationError',
    'Timeout',
    'Unreadable',
    'ECONNREFUSED',
  ),
  fc.constantFrom('__proto__', 'constructor', 'toString', '', 'Unknown', 'Error', allHostileText),
  hostileText,
);

describe('whatever AWS responds,', () => {
  test(
    'bytes, statuses and headers of any kind cause no defect and no false report',
    async () => {
      await fuzz('AWS bytes', corrupted, 130, async ({ operation, dryRun, answer }) => {
        const ended = await attack({
          with: { ...brief, 'dry-run': String(dryRun) },
          responder: respondingWith(operation, answer),
        });
        expectConsistentOutcome(ended);
      });
    },
    fuzzTimeoutMs,
  );

  test(
    'codes and messages of any kind cause no defect',
    async () => {
      const error = fc.record({
        operation: fc.constantFrom(...operations),
        status: fc.constantFrom(400, 401, 403, 404, 412, 429, 500, 503),
        code: codes,
        message: fc.oneof(hostileText, fc.constant(allHostileText)),
        dryRun: fc.boolean(),
      });
      await fuzz('AWS errors', error, 50, async ({ operation, status, code, message, dryRun }) => {
        const answer = operation.startsWith('AssumeRole') ? stsError : ec2Error;
        const ended = await attack({
          with: { ...brief, 'dry-run': String(dryRun) },
          responder: respondingWith(operation, answer(status, code, message)),
        });
        expectConsistentOutcome(ended);
        if (ended.outcome.reason !== 'dry-run-permitted' || operation !== 'AssociateIpamByoasn')
          return;
        expect(code, 'only this code permits').toBe('DryRunOperation');
      });
    },
    fuzzTimeoutMs,
  );

  test(
    'any connection error causes no defect',
    async () => {
      const broken = fc.record({
        operation: fc.constantFrom(...operations, ''),
        message: hostileText,
        code: fc.oneof(fc.constantFrom('ECONNRESET', 'ENOTFOUND', 'EPIPE', 'CERT_X'), hostileText),
      });
      await fuzz('broken connections', broken, 30, async ({ operation, message, code }) => {
        const error = Object.assign(new Error(message), { code });
        expectConsistentOutcome(
          await attack({ with: brief, responder: respondingWith(operation, error) }),
        );
      });
    },
    fuzzTimeoutMs,
  );
});

// Every byte with FUZZ_RUNS; otherwise a sample.
const stride = factor > 1 ? 1 : 9;

describe('a valid response that is truncated', () => {
  test.each(operations)('anywhere proves nothing: %s', async (operation) => {
    const goodBody = goodBodies[operation];
    const cut = counted('cut answers', async (at: number) => {
      const cutResponder = respondingWith(operation, { body: goodBody.slice(0, at) });
      const responder: Responder = (request, nth) =>
        operation === 'AssociateIpamByoasn' && request.action === 'DescribeByoipCidrs'
          ? { body: goodListing(undefined) }
          : cutResponder(request, nth);
      const dryRun = operation !== 'AssociateIpamByoasn';
      const ended = await attack({ with: { ...brief, 'dry-run': String(dryRun) }, responder });
      expectConsistentOutcome(ended);
      // Nothing depends on the ASNs of the IPAM.
      const expected = operation === 'DescribeIpamByoasn' ? 'success' : 'failure';
      expect(ended.outcome.conclusion, `cut after ${goodBody.slice(0, at)}`).toBe(expected);
    });
    for (let at = 0; at < goodBody.length; at += stride) await cut(at);
  });
});

describe('an invalid listing', () => {
  test.each([
    '<DescribeByoipCidrsResponse/>',
    '<DescribeByoipCidrsResponse><nextToken/></DescribeByoipCidrsResponse>',
    '<DescribeByoipCidrsResponse>byoipCidrSet</DescribeByoipCidrsResponse>',
    '<x><byoipCidrSet2/></x>',
    '{"byoipCidrSet":[]}',
    '[]',
    'null',
    '',
    ' ',
  ])('proves nothing, not even that the CIDR is missing: %j', async (body) => {
    const ended = await attack({
      with: brief,
      responder: respondingWith('DescribeByoipCidrs', { body }),
    });
    expectConsistentOutcome(ended);
    expect(ended.outcome.reason).toBe('service-error');
    expect(ended.outcome.pairs).toMatchObject([{ state: 'unknown' }]);
    expect(associateCalls(ended)).toEqual([]);
  });

  test.each([
    '<html><body>Sign in to the network</body></html>',
    '<!DOCTYPE html><html><body><byoipCidrSet></byoipCidrSet></body></html>',
  ])('that is an HTML page ends the run immediately: %j', async (body) => {
    const ended = await attack({
      with: brief,
      responder: respondingWith('DescribeByoipCidrs', { body }),
    });
    expectConsistentOutcome(ended);
    expect(ended.outcome.reason).toBe('network-error');
    expect(ended.outcome.pairs).toMatchObject([{ state: 'unknown' }]);
    const listings = ended.exchanges.filter(
      ({ request: { action } }) => action === 'DescribeByoipCidrs',
    );
    expect(listings).toHaveLength(1);
  });
});

describe('an enormous response', () => {
  const listing = (associated: string, more: string) =>
    `<DescribeByoipCidrsResponse><byoipCidrSet><item><cidr>${pair.cidr}</cidr><state>provisioned</state>${associated}</item>${more}</byoipCidrSet></DescribeByoipCidrsResponse>`;
  const read = (body: string) =>
    attack({
      with: { ...brief, 'dry-run': 'true' },
      responder: respondingWith('DescribeByoipCidrs', { body }),
    });

  test('of exponentially growing entities is read quickly', async () => {
    const entities = Array.from(
      { length: 20 },
      (_, nth) => `<!ENTITY l${nth + 1} "${`&l${nth};`.repeat(10)}">`,
    ).join('');
    const body = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">${entities}]>${listing('<statusMessage>&l20;</statusMessage>', '')}`;
    const started = elapsedMs();
    const ended = await read(body);
    expectValidOutcome(ended);
    expect(elapsedMs() - started).toBeLessThan(2_000);
    expect(JSON.stringify(ended.outcome).length).toBeLessThan(100_000);
  });

  test('of deeply nested elements causes no defect', async () => {
    const deep = '<a>'.repeat(20_000) + '</a>'.repeat(20_000);
    expectValidOutcome(await read(listing(deep, '')));
    expectValidOutcome(await read(listing(deep.slice(0, -9), '')));
  });

  test('of a status message of megabytes is reported', async () => {
    const message = `${allHostileText.replaceAll(/[^ -;=?-~]/g, '')}`.repeat(3_000);
    const ended = await read(
      cidrsXml([
        {
          cidr: pair.cidr,
          state: 'provisioned',
          associations: [{ ...pair, state: 'failed-association', statusMessage: message }],
        },
      ]),
    );
    expectValidOutcome(ended);
    expect(ended.outcome.reason).toBe('dry-run-permitted');
  });

  test('of many CIDRs on one page is read', async () => {
    const many = Array.from({ length: 10_000 }, (_, nth) => ({
      cidr: `2001:db8:${nth.toString(16)}::/48`,
      state: 'provisioned',
    }));
    const started = elapsedMs();
    const ended = await read(cidrsXml([...many, { cidr: pair.cidr, state: 'provisioned' }]));
    expectValidOutcome(ended);
    expect(ended.outcome.reason).toBe('dry-run-permitted');
    expect(elapsedMs() - started).toBeLessThan(5_000);
  });

  test('of more items on one page than a function takes arguments is read too', async () => {
    const ended = await read(listing('', '<item/>'.repeat(200_000)));
    expectValidOutcome(ended);
    expect(ended.outcome.reason).toBe('dry-run-permitted');
  });
});

describe('a listing without an end', () => {
  const endless = (operation: string): Responder => {
    const page = operation === 'DescribeIpamByoasn' ? asnsXml : cidrsXml;
    return (request, nth) =>
      request.action === operation
        ? { body: page([], `token ${nth}`) }
        : defaultResponder(request, nth);
  };

  test('of CIDRs ends at the deadline, and nothing is changed', async () => {
    const ended = await attack({ with: brief, responder: endless('DescribeByoipCidrs') });
    expectValidOutcome(ended);
    expect(ended.outcome.conclusion).toBe('failure');
    expect(associateCalls(ended)).toEqual([]);
    expect(ended.clockMs).toBeLessThan(65_000);
    expect(ended.exchanges.length).toBeLessThan(60);
  });

  test('of ASNs takes at most ten seconds, and the run continues', async () => {
    const short = { ...brief, 'wait-timeout-seconds': '25' };
    const ended = await attack({ with: short, responder: endless('DescribeIpamByoasn') });
    expectValidOutcome(ended);
    expect(ended.outcome.reason).toBe('associated');
    expect(ended.clockMs).toBeLessThan(20_000);
  });

  test('that repeats one token is unreadable', async () => {
    const ended = await attack({
      with: brief,
      responder: respondingWith('DescribeByoipCidrs', { body: cidrsXml([], allHostileText) }),
    });
    expectValidOutcome(ended);
    expect(ended.outcome.reason).toBe('service-error');
    expect(associateCalls(ended)).toEqual([]);
  });

  test('with enormous tokens ends at the deadline', async () => {
    const huge = 'x'.repeat(200_000);
    const ended = await attack({
      with: brief,
      responder: (request, nth) =>
        request.action === 'DescribeByoipCidrs'
          ? { body: cidrsXml([], `${huge}${nth}`) }
          : defaultResponder(request, nth),
    });
    expectValidOutcome(ended);
    expect(ended.outcome.conclusion).toBe('failure');
    expect(ended.clockMs).toBeLessThan(65_000);
  });
});

describe('a word that both AWS and this action use', () => {
  test('as the state of an association is not taken for ours', async () => {
    const ended = await attack({
      with: brief,
      responder: respondingWith('DescribeByoipCidrs', { body: goodListing('absent') }),
    });
    expectValidOutcome(ended);
    expect(ended.outcome.reason).toBe('unknown-state');
    expect(associateCalls(ended)).toEqual([]);
  });

  test.each(['__proto__', 'constructor', 'hasOwnProperty'])(
    'from another context is an unknown state: %s',
    async (state) => {
      const ended = await attack({
        with: brief,
        responder: respondingWith('DescribeByoipCidrs', { body: goodListing(state) }),
      });
      expectValidOutcome(ended);
      expect(ended.outcome.reason).toBe('unknown-state');
      expect(ended.outcome.pairs).toMatchObject([{ state }]);
      expect(associateCalls(ended)).toEqual([]);
    },
  );
});

describe('an acceptance', () => {
  test.each([
    { asn: '64501', cidr: pair.cidr },
    { asn: '64500x', cidr: pair.cidr },
    { asn: pair.asn, cidr: '198.51.100.0/25' },
    { asn: pair.asn },
    { cidr: pair.cidr },
    {},
  ])('of another pair does not count: %j', async (other) => {
    const body = acceptanceXml({ ...other, state: 'associated' });
    const ended = await attack({
      with: { ...brief, wait: 'false' },
      responder: (request, nth) =>
        request.action === 'DescribeByoipCidrs'
          ? { body: goodListing(undefined) }
          : respondingWith('AssociateIpamByoasn', { body })(request, nth),
    });
    expectConsistentOutcome(ended);
    expect(ended.outcome.reason).toBe('service-error');
    expect(ended.outcome.pairs).toMatchObject([{ changed: false }]);
  });
});

describe('a listing that contradicts itself', () => {
  const twice = (states: readonly [string, string]) =>
    cidrsXml(states.map((state) => ({ cidr: pair.cidr, state, associations: [] })));

  test.each<[string, string]>([
    ['provisioned', 'pending-deprovision'],
    ['pending-deprovision', 'provisioned'],
  ])('does not allow an associate call: %s and %s', async (...states) => {
    const ended = await attack({
      with: brief,
      responder: respondingWith('DescribeByoipCidrs', { body: twice(states) }),
    });
    expectValidOutcome(ended);
    expect(associateCalls(ended)).toEqual([]);
    expect(ended.outcome.pairs[0]?.why).toContain('more than once');
  });
});

describe('an account that STS names', () => {
  const odd = fc.oneof(
    hostileText,
    fc.constantFrom(...commands, '', '11112222333', '1111222233334', '１１１１２２２２３３３３'),
  );
  const name = (text: string, inputs: Readonly<Record<string, string>>) =>
    attack({
      with: { 'dry-run': 'true', 'role-to-assume': '', ...inputs },
      responder: respondingWith('GetCallerIdentity', { body: identityXml(text) }),
    });

  test('is allowed only if it is exactly the same text', async () => {
    await fuzz('accounts', odd, 40, async (text) => {
      const ended = await attack({
        with: brief,
        responder: respondingWith('GetCallerIdentity', { body: identityXml(text) }),
      });
      expectValidOutcome(ended);
      expect(ended.outcome.conclusion).toBe('failure');
      expect(ended.exchanges.some(({ request }) => request.service === 'ec2')).toBe(false);
    });
  });

  test('is an account only if it is twelve digits', async () => {
    process.env.AWS_ACCESS_KEY_ID = 'AKIAHOSTILE000000000';
    process.env.AWS_SECRET_ACCESS_KEY = 'hostile-test-secret-access-key';
    try {
      const { outcome } = await name('1111\n::error::owned', {});
      expect(outcome.reason).toBe('dry-run-permitted');
      expect(outcome.pairs[0]?.target.accountId).toBeUndefined();
    } finally {
      delete process.env.AWS_ACCESS_KEY_ID;
      delete process.env.AWS_SECRET_ACCESS_KEY;
    }
  });
});

describe('the ID token endpoint', () => {
  const anyJson = fc.oneof(
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.jsonValue().map((value) => JSON.stringify({ value })),
    hostileText.map((value) => JSON.stringify({ value })),
    hostileText,
    fc.constantFrom(
      '{"__proto__":{"value":"x.y.z"}}',
      '{"value":{"__proto__":1}}',
      '[['.repeat(5_000),
    ),
  );

  test(
    'with any response leads to a valid outcome',
    async () => {
      const answer = fc.record({ status, body: anyJson });
      await fuzz('ID token endpoint', answer, 80, async ({ status, body }) => {
        const ended = await attack({
          with: brief,
          responder: respondingWith('', { status, body }),
        });
        expectConsistentOutcome(ended);
      });
    },
    fuzzTimeoutMs,
  );

  test(
    'with claims of any kind leads to a report of the claims if STS rejects the token',
    async () => {
      const claims = fc.dictionary(
        fc.constantFrom('iss', 'aud', 'sub', 'repository', 'ref', '__proto__', 'environment'),
        fc.oneof(hostileText, fc.jsonValue(), fc.constant(allHostileText)),
      );
      const token = fc.oneof(
        claims.map((some) => Buffer.from(JSON.stringify(some)).toString('base64url')),
        fc.uint8Array().map((some) => Buffer.from(some).toString('base64url')),
      );
      await fuzz('token claims', token, 80, async (payload) => {
        const ended = await attack({
          responder: (request, nth) => {
            if (request.service === 'oidc')
              return { body: JSON.stringify({ value: `a.${payload}.c` }) };
            return request.service === 'sts'
              ? stsError(403, 'AccessDenied', 'Not authorized')
              : defaultResponder(request, nth);
          },
        });
        expectConsistentOutcome(ended);
        expect(ended.outcome.reason).toBe('oidc-denied');
      });
    },
    fuzzTimeoutMs,
  );

  test.each(['oidc', 'http://', 'https://[', '::error::owned'])(
    'at an invalid address leaves the run without credentials: %j',
    async (url) => {
      const ended = await attack({ github: { idToken: { url, token: 'x' } } });
      expect(ended.outcome.reason).toBe('no-credentials');
    },
  );
});

describe('a session from STS', () => {
  test.each([
    '1970-01-01T00:00:00Z',
    'never',
    '',
    '99999999999999',
    '+275760-09-13T00:00:00.001Z',
    '2026-13-45T99:99:99Z',
  ])('until %j causes no defect and no loop', async (expiration) => {
    const body = sessionXml().replace(
      /<Expiration>.*<\/Expiration>/,
      `<Expiration>${expiration}</Expiration>`,
    );
    const ended = await attack({
      with: brief,
      responder: respondingWith('AssumeRoleWithWebIdentity', { body }),
    });
    expectConsistentOutcome(ended);
    expect(ended.exchanges.length).toBeLessThan(60);
  });
});
