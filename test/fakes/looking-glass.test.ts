import { expect, onTestFinished, test } from 'vitest';
import { openTransport } from '../../src/aws/transport.ts';
import { askCollectors } from '../../src/routes/looking-glass.ts';
import { startFakes } from './fakes.ts';
import { lookingGlass, propagate } from './looking-glass.ts';
import { virtualContext } from './retry-context.ts';

const cidr = '198.51.100.0/24';

/** The server as stat.ripe.net, for this process. */
async function start() {
  const fakes = await startFakes();
  onTestFinished(() => fakes.close());
  const { handle, ...transport } = openTransport();
  const { port } = new URL(fakes.rpki.url);
  const context = {
    ...virtualContext(),
    transport: {
      ...transport,
      handle: (...[request, options]: Parameters<typeof handle>) => {
        const local = { protocol: 'http:', hostname: '127.0.0.1', port: Number(port) };
        return handle(Object.assign(request, local), options);
      },
    },
  };
  return { fakes, ask: (prefix: string) => askCollectors(prefix, context), context };
}

test('the looking glass sees nothing without an announcement', async () => {
  const { ask } = await start();
  expect(await ask(cidr)).toEqual({ peers: 0, origins: [] });
});

test('the looking glass sees the announcements of the exact prefix, from both sides', async () => {
  const { fakes, ask } = await start();
  fakes.rpki.behaviour.announcements = [
    { prefix: cidr, asn: 64_500, peers: 300 },
    { prefix: cidr, asn: 64_500, peers: 20, via: [64_499] },
    { prefix: '198.51.0.0/16', asn: 64_501, peers: 40 },
    { prefix: '2001:DB8:1000:0::/48', asn: 16_509, peers: 200 },
  ];
  expect(await ask(cidr)).toEqual({
    peers: 320,
    origins: [{ asn: '64500', peers: 320, elsewhere: 20 }],
  });
  expect(await ask('2001:db8:1000::/48')).toEqual({
    peers: 200,
    origins: [{ asn: '16509', peers: 200 }],
  });
  expect(fakes.requestLog.of('looking-glass').map(({ params }) => params.resource)).toEqual([
    cidr,
    '2001:db8:1000::/48',
  ]);
});

test('the looking glass has the faults of every service', async () => {
  const { fakes, ask, context } = await start();
  fakes.rpki.behaviour.announcements = [{ prefix: cidr, asn: 16_509, peers: 12 }];
  fakes.faults.add({ operation: 'looking-glass', fault: 'throttle' });
  expect(await ask(cidr)).toMatchObject({ peers: 12 });
  expect(context.lines).toEqual([expect.stringContaining('HTTP 429')]);
});

test.each([
  [0, [['64500', 12]]],
  [
    5_000,
    [
      ['64500', 9],
      ['16509', 3],
    ],
  ],
  [
    19_999,
    [
      ['64500', 1],
      ['16509', 11],
    ],
  ],
  [20_000, [['16509', 12]]],
])('%i ms after a change it has reached its share of the peers', (ms, expected) => {
  const originAt = (time: number) => (time >= 1_000 ? 'AWS' : '64500');
  const seen = propagate(cidr, originAt, { peers: 12, ms: 20_000 })(1_000 + ms);
  const byOrigin = new Map(seen.map(({ asn, peers }) => [String(asn), peers]));
  expect(byOrigin).toEqual(new Map(expected as [string, number][]));
});

test('a prefix that is withdrawn leaves the looking glass peer by peer', () => {
  const withdraw = propagate(cidr, (time) => (time >= 0 ? 'none' : '64500'), {
    peers: 4,
    ms: 4_000,
  });
  const left = [0, 1_000, 2_000, 4_000].map((now) =>
    withdraw(now).reduce((sum, { peers }) => sum + peers, 0),
  );
  expect(left).toEqual([4, 3, 2, 0]);
});

test("a response has the shape of RIPEstat's", () => {
  const announcements = [{ prefix: cidr, asn: 64_500, peers: 1 }];
  expect(lookingGlass(cidr, announcements, Date.UTC(2026, 10, 9))).toMatchObject({
    rrcs: [
      {
        rrc: 'RRC00',
        peers: [
          {
            asn_origin: '64500',
            as_path: '64496 16509 64500',
            prefix: cidr,
            latest_time: '2026-11-09T00:00:00.000',
          },
        ],
      },
    ],
    latest_time: '2026-11-09T00:00:00.000',
  });
});
