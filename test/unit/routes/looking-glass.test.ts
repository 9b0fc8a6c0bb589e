import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { askCollectors, readLookingGlass, seenText } from '../../../src/routes/looking-glass.ts';
import { SourceError } from '../../../src/rpki/source-error.ts';
import { lookingGlass } from '../../fakes/looking-glass.ts';
import { brokenBy, memoryTransport, type ScriptedResponse } from '../../fakes/memory-transport.ts';
import { virtualContext } from '../../fakes/retry-context.ts';
import { ripestat } from '../../fakes/rpki.ts';

const cidr = '198.51.100.0/24';

const answerOf = (...rrcs: readonly unknown[]) => ripestat('looking-glass', '2.1', { rrcs });
const collector = (...peers: readonly unknown[]) => ({ rrc: 'RRC00', peers });
const peer = (as_path: string, facts = {}) => ({
  as_path,
  prefix: cidr,
  asn_origin: '1',
  ...facts,
});

/** Reads a response with one collector and these AS paths. */
const seenOf = (...paths: readonly string[]) =>
  readLookingGlass(answerOf(collector(...paths.map((path) => peer(path)))), cidr);

describe('the looking glass', () => {
  test('shows the origins of all collectors, the one with the most peers first', () => {
    const answer = answerOf(
      collector(peer('64496 16509'), peer('64496 16509 64500')),
      collector(peer('64497 3356 16509 64500'), peer('64498 16509 64500 64500 64500')),
    );
    expect(readLookingGlass(answer, cidr)).toEqual({
      peers: 4,
      origins: [
        { asn: '64500', peers: 3 },
        { asn: '16509', peers: 1 },
      ],
    });
  });

  test('counts announcements that do not pass through Amazon separately', () => {
    const seen = seenOf('64496 16509 64500', '64496 3356 64500', '64497 64500', '64497 14618');
    expect(seen.origins).toEqual([
      { asn: '64500', peers: 3, elsewhere: 2 },
      { asn: '14618', peers: 1 },
    ]);
  });

  test('is empty for a prefix without announcements', () => {
    expect(readLookingGlass(answerOf(), cidr)).toEqual({ peers: 0, origins: [] });
    expect(readLookingGlass(answerOf(collector()), cidr)).toEqual({ peers: 0, origins: [] });
  });

  test.each(['15169 {15169}', '64496 {64500,64501}', '64496 {64500 64501}', '(64500)'])(
    'counts a peer with the path %j without an origin',
    (path) => {
      const origins = [{ asn: '16509', peers: 1 }];
      expect(seenOf(path, '64496 16509')).toEqual({ peers: 2, origins, elsewhere: 1 });
      expect(seenOf(`16509 ${path}`, '64496 16509')).toEqual({ peers: 2, origins });
    },
  );

  test.each(['', '64496 {16509,64500}', 'AS64496 {64500}'])(
    'does not count the path %j as another route',
    (path) => expect(seenOf(path)).toEqual({ peers: 1, origins: [] }),
  );

  test.each(['64496 4294967296', '64496 AS64500', '64496 1.10', '64496 0x10', '64496 ::error::x'])(
    'does not read the end of %j as an ASN',
    (path) => expect(seenOf(path)).toEqual({ peers: 1, origins: [] }),
  );

  test.each(['198.51.0.0/16', '198.51.100.0/25', '0.0.0.0/0', '2001:db8::/32', 'x'])(
    'does not count a peer that sees %s',
    (prefix) => {
      const answer = answerOf(collector(peer('64496 16509', { prefix }), peer('64497 16509')));
      expect(readLookingGlass(answer, cidr).peers).toBe(1);
    },
  );

  test('finds a prefix in any spelling', () => {
    const prefix = '2001:0DB8:1000:0:0:0:0:0/48';
    const answer = answerOf(collector(peer('64496 16509', { prefix })));
    expect(readLookingGlass(answer, '2001:db8:1000::/48').peers).toBe(1);
  });

  test.each<[unknown]>([
    [undefined],
    ['maintenance'],
    [{}],
    [{ status: 'ok', data: null }],
    [ripestat('looking-glass', '2.1', {})],
    [ripestat('looking-glass', '2.1', { rrcs: null })],
    [ripestat('looking-glass', '2.1', { rrcs: { length: 0 } })],
    [{ ...answerOf(), status: 'error' }],
    [answerOf(null)],
    [answerOf({ rrc: 'RRC00' })],
    [answerOf(collector('64500'))],
    [answerOf(collector({ prefix: cidr }))],
    [answerOf(collector({ prefix: cidr, as_path: 64_500 }))],
    [answerOf(collector({ as_path: '64496 64500', prefix: [cidr] }))],
    [answerOf(collector({ __proto__: peer('64496 64500') }))],
  ])('%j cannot be read', (document) => {
    expect(() => readLookingGlass(document, cidr)).toThrow(SourceError);
  });
});

async function ask(...answers: readonly ScriptedResponse[]) {
  const cancelled = new AbortController();
  const transport = memoryTransport({ IdToken: answers }, () => {
    if (answers[0] === 'never') cancelled.abort(new Failure('cancelled', 'cancelled'));
  });
  const context = { ...virtualContext(), transport, cancelled: cancelled.signal };
  return { seen: await askCollectors(cidr, context), sent: transport.sent };
}

const json = (document: unknown) => ({ status: 200, body: JSON.stringify(document) });

describe('the route collectors', () => {
  test('are asked about one prefix, without peers that they have lost', async () => {
    const { seen, sent } = await ask(json(answerOf(collector(peer('64496 16509')))));
    expect(seen).toEqual({ peers: 1, origins: [{ asn: '16509', peers: 1 }] });
    expect(sent).toMatchObject([
      {
        method: 'GET',
        url: 'https://stat.ripe.net/data/looking-glass/data.json',
        query: {
          resource: cidr,
          look_back_limit: '3600',
          sourceapp: 'associate-ipam-byoasn',
        },
      },
    ]);
  });

  test('may answer with many peers', async () => {
    const announcements = [{ prefix: cidr, asn: 64_500, peers: 5_000 }];
    const answer = ripestat('looking-glass', '2.1', lookingGlass(cidr, announcements, 0));
    const { seen } = await ask(json(answer));
    expect(JSON.stringify(answer).length).toBeGreaterThan(1_048_576);
    expect(seen.peers).toBe(5_000);
  });

  test('that fail three times are not read', async () => {
    const { seen, sent } = await ask({ status: 503, body: 'down' }, brokenBy('ECONNRESET'), {
      status: 429,
      body: 'slow down',
    });
    expect(seen).toEqual({ unread: 'stat.ripe.net: HTTP 429: "slow down"' });
    expect(sent).toHaveLength(3);
  });

  test('whose response has another shape are not asked again', async () => {
    const { seen, sent } = await ask(json({ status: 'ok' }));
    expect(seen).toEqual({ unread: expect.stringContaining('response cannot be read') });
    expect(sent).toHaveLength(1);
  });

  test('end with the run when it is cancelled', async () => {
    await expect(ask('never')).rejects.toMatchObject({ reason: 'cancelled' });
  });
});

describe('what is seen', () => {
  test.each([
    [[], 'seen by no peer'],
    [['64496 16509'], 'seen from AS16509 by 1 peer'],
    [
      ['1 16509 64500', '2 16509 64500', '3 16509'],
      'seen from AS64500 by 2 peers, from AS16509 by 1 peer',
    ],
    [
      ['1 16509 64500', '2 64500', '3 64499'],
      'seen from AS64500 by 1 peer; another route: from AS64500 by 1 peer, from AS64499 by 1 peer',
    ],
    [['2 64499'], 'not seen from AWS; another route: from AS64499 by 1 peer'],
    [
      ['16509 {64500,64501}', '2 16509'],
      'seen from AS16509 by 1 peer, from no single origin by 1 peer',
    ],
    [
      ['1 {64500,64501}', '2 16509'],
      'seen from AS16509 by 1 peer; another route: from no single origin by 1 peer',
    ],
    [
      ['1', '2', '3', '4', '5', '6', '7'].map((asn) => `16509 ${asn}`),
      'seen from AS1 by 1 peer, from AS2 by 1 peer, from AS3 by 1 peer, from AS4 by 1 peer, from AS5 by 1 peer, from 2 more',
    ],
  ])('of the paths %j is in words', (paths, text) => {
    expect(seenText(seenOf(...paths))).toBe(text);
  });
});
