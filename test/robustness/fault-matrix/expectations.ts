import type { CallName } from './calls.ts';
import type { FaultGroupName } from './fault-groups.ts';
import { readBack, routeExpectations } from './route-expectations.ts';
import {
  appliedRead,
  brief,
  type End,
  type Expectation,
  expiredTwice,
  type Failed,
  final,
  finalOnce,
  finals,
  intercepted,
  type LeftOut,
  noCodes,
  noTls,
  type Row,
  renewed,
  repeatable,
  tlsForEver,
  waitReads,
} from './rows.ts';

const accepted: End = { reason: 'accepted', state: 'pending-association', changed: true };
const associated: End = { reason: 'associated', state: 'associated', changed: true };
const disassociated: End = { reason: 'disassociated', state: 'disassociated', changed: true };
const permitted: End = { reason: 'dry-run-permitted', state: 'absent', changed: false };
const stillAssociated: Failed = (reason) => ({ reason, state: 'associated', changed: false });
const commented: End = { ...permitted, comment: 'written' };
const uncommented: End = { ...permitted, comment: 'not written' };
const named: End = { ...accepted, approver: 'named' };
const unnamed: End = { ...accepted, approver: 'not known' };

const unread: Failed = (reason) => ({ reason, state: 'unknown', changed: false });
const unwritten: Failed = (reason) => ({ reason, state: 'absent', changed: false });
const pending: Failed = (reason) => ({ reason, state: 'pending-association', changed: true });

/** The codes that mean the same as others, once each: how often is shown with the others. */
function byOtherCodes(done: End): Row[] {
  return [
    {
      faults: ['outage by another code', 'throttled by another code'],
      times: 'once',
      end: done,
      calls: 2,
    },
  ];
}

/** What means the same as by a clock that is right. */
function byOtherClocks(done: End, failed: Failed): Row[] {
  return [
    { faults: ['answered, clock off'], times: 'for ever', end: done, calls: 1 },
    { faults: ['outage, clock off', 'throttled, clock off'], times: 'once', end: done, calls: 2 },
    {
      faults: ['signature, clock off'],
      times: 'for ever',
      end: failed('credentials-rejected'),
      calls: 2,
      final: true,
      why: "The clock may be the cause, so the call is tried once with AWS's time.",
    },
  ];
}

const decidedByCidrs: LeftOut = {
  what: 'Refused connection, DNS failure and TLS failure',
  why: 'DescribeByoipCidrs, sent to the same endpoint at the same time, decides the outcome of the run.',
};
const otherClocks: LeftOut = {
  what: 'Another fault while the clock is off',
  why: 'The first observation, the DryRun and the associate call show the same.',
};

/** The comment: it fails no run, and is tried again for a minute at most. */
function comment(...lost: readonly FaultGroupName[]): Row[] {
  return [
    { faults: ['late'], times: 'once', end: commented, calls: 1 },
    { faults: lost, times: 'once', end: commented, calls: 2 },
    { faults: lost, times: 'twice', end: commented, calls: 3 },
    { faults: lost, times: 'for ever', end: uncommented, calls: [3, 4] },
    { faults: ['throttled'], times: 'once', end: commented, calls: 2 },
    { faults: ['throttled'], times: 'twice', end: commented, calls: 3 },
    { faults: ['throttled'], times: 'for ever', end: uncommented, calls: [5, 8] },
    final(['refused'], uncommented),
  ];
}

/** A read is repeated if its response cannot be read. */
const commentRead = comment('outage', 'broken', 'hang-up', 'silent');

/** What is written is looked for, and not written twice. */
const commentWrite: readonly Row[] = [
  ...comment('outage', 'hang-up', 'hang'),
  {
    faults: ['broken', 'applied', 'applied in silence'],
    times: 'for ever',
    end: commented,
    calls: 1,
    why: 'The next listing shows the association, so there is no second call.',
  },
];

/** One that is gone is looked for again: another run may have made a new one. */
const commentGone: readonly Row[] = [
  { faults: ['vanished'], times: 'once', end: commented, calls: 2 },
  { faults: ['vanished'], times: 'twice', end: commented, calls: 3 },
  { faults: ['vanished'], times: 'for ever', end: uncommented, calls: 4 },
];

/** Who approved: it fails no run either, and keeps an apply from its end for five seconds at most. */
const approvalRead: readonly Row[] = [
  { faults: ['late'], times: 'once', end: named, calls: 1 },
  { faults: ['outage', 'broken', 'hang-up'], times: 'once', end: named, calls: 2 },
  { faults: ['outage', 'broken', 'hang-up'], times: 'twice', end: named, calls: 3 },
  {
    faults: ['outage', 'broken', 'hang-up'],
    times: 'for ever',
    end: unnamed,
    calls: [3, 4],
    within: 10,
  },
  {
    faults: ['silent'],
    times: 'once',
    end: unnamed,
    calls: 1,
    within: 10,
    why: 'The run waits for the response until the deadline.',
  },
  { faults: ['throttled'], times: 'once', end: named, calls: 2 },
  { faults: ['throttled'], times: 'for ever', end: unnamed, calls: [2, 3], within: 10 },
  { faults: ['unsent'], times: 'once', end: named, calls: 1 },
  { faults: ['unsent', 'tls'], times: 'for ever', end: unnamed, calls: 0 },
  final(['refused'], unnamed),
];

/** The first calls to GitHub's REST API are those that find no way there. */
const commentUnsent: readonly Row[] = [
  { faults: ['unsent'], times: brief, end: commented, calls: 1 },
  { faults: ['unsent', 'tls'], times: 'for ever', end: uncommented, calls: 0 },
];

const otherOnce: LeftOut = {
  what: 'Other codes for an outage or a throttle twice and forever',
  why: 'Only the code decides the kind of a response; the first code of the kind covers how often.',
};
const sameConnection: LeftOut = {
  what: 'Refused connection, DNS failure and TLS failure',
  why: 'It uses the connection of the call before, which fails first.',
};

/** What a source of RPKI data is asked again after. */
const rpkiLost = ['outage', 'broken', 'hang-up', 'silent', 'throttled'] as const;

/** A call that STS checks the signature of, after one that it does not. */
const signedAtSts: Expectation = {
  rows: [
    ...repeatable(accepted, unread),
    ...byOtherCodes(accepted),
    ...finals(unread),
    ...renewed(accepted, unread),
    final(['out of place'], unread('request-rejected')),
    intercepted(unread),
    {
      faults: ['clock off'],
      times: 'for ever',
      end: accepted,
      calls: 2,
      why: "The first response has AWS's time, which the next signature uses.",
    },
  ],
  leftOut: [
    finalOnce,
    otherOnce,
    appliedRead,
    expiredTwice,
    otherClocks,
    {
      what: 'A TLS failure',
      why: 'AssumeRoleWithWebIdentity, at the same endpoint, fails first.',
    },
  ],
};

/** As a call that changes a route, which is read back too. */
function removal(): Expectation {
  const { rows, leftOut } = readBack(disassociated, stillAssociated, { calls: [2, 6] });
  const dryRun: LeftOut = {
    what: 'DisassociateIpamByoasn as DryRun',
    why: 'AssociateIpamByoasn as DryRun covers it: the code is the same.',
  };
  return { rows: rows.map(readBefore), leftOut: [...leftOut, dryRun] };
}

/** The read just before it, over the same connection, cannot leave either. */
function readBefore(row: Row): Row {
  const isUnsent = row.faults.includes('unsent') && row.times === 'for ever';
  if (!isUnsent) return row;
  const why = 'Without a read just before it, which goes the same way, nothing is removed.';
  return { ...row, end: stillAssociated('unknown-state'), why };
}

/** What is expected of every call. A trusted tool would do so; the matrix holds the action to it. */
export const expectations: Readonly<Record<CallName, Expectation>> = {
  token: {
    rows: [
      ...repeatable(accepted, () => unread('no-credentials')),
      noTls(() => unread('no-credentials')),
      final(['refused'], unread('no-credentials')),
      intercepted(unread),
    ],
    leftOut: [finalOnce, tlsForEver, appliedRead, noCodes],
  },
  assumeRole: {
    rows: [
      ...repeatable(accepted, unread),
      ...byOtherCodes(accepted),
      noTls(unread),
      { faults: ['issuer unreached'], times: 'once', end: accepted, calls: 2 },
      { faults: ['issuer unreached'], times: 'twice', end: accepted, calls: 3 },
      { faults: ['issuer unreached'], times: 'for ever', end: unread('service-error'), calls: 4 },
      {
        faults: ['token not verified', 'expired'],
        times: 'once',
        end: accepted,
        calls: 2,
        why: 'AWS says to try again with a new token; the run does so once.',
      },
      {
        faults: ['token not verified', 'expired'],
        times: ['twice', 'for ever'],
        end: unread('oidc-denied'),
        calls: 2,
        final: true,
      },
      final(['denied'], unread('oidc-denied')),
      final(['rejected', 'refused', 'out of place'], unread('request-rejected')),
      intercepted(unread),
    ],
    leftOut: [
      finalOnce,
      otherOnce,
      tlsForEver,
      appliedRead,
      otherClocks,
      {
        what: 'Codes for a bad signature',
        why: 'The call is not signed: the token authenticates it.',
      },
    ],
  },
  chainedRole: signedAtSts,
  callerIdentity: signedAtSts,
  observe: {
    rows: [
      ...repeatable(accepted, unread),
      ...byOtherCodes(accepted),
      noTls(unread),
      ...finals(unread),
      ...renewed(accepted, unread),
      final(['out of place'], unread('request-rejected')),
      intercepted(unread),
      ...byOtherClocks(accepted, unread),
      final(['denied, clock off'], unread('access-denied')),
      {
        faults: ['clock off'],
        times: 'for ever',
        end: accepted,
        calls: 2,
        why: "The first response has AWS's time, which the next signature uses.",
      },
    ],
    leftOut: [finalOnce, otherOnce, tlsForEver, appliedRead, expiredTwice],
  },
  asns: {
    rows: [
      { faults: ['late'], times: 'once', end: accepted, calls: 1 },
      { faults: ['outage', 'broken', 'hang-up'], times: 'once', end: accepted, calls: 2 },
      { faults: ['outage', 'broken', 'hang-up'], times: 'twice', end: accepted, calls: 3 },
      { faults: ['outage', 'broken', 'hang-up'], times: 'for ever', end: accepted, calls: 4 },
      {
        faults: ['silent'],
        times: ['once', 'for ever'],
        end: accepted,
        calls: 1,
        within: 20,
        why: 'It is retried for ten seconds, because the run does not depend on it.',
      },
      ...byOtherCodes(accepted),
      { faults: ['throttled'], times: 'once', end: accepted, calls: 2 },
      {
        faults: ['throttled'],
        times: ['twice', 'for ever'],
        end: accepted,
        calls: [2, 3],
        within: 20,
        why: 'Two waits of up to 3.75 and 5.6 s use most or all of the ten seconds.',
      },
      final(['denied', 'signature', 'rejected', 'refused', 'out of place'], accepted),
      final(['page of a filter'], accepted),
      { faults: ['expired'], times: ['once', 'for ever'], end: accepted, calls: 2 },
    ],
    leftOut: [
      finalOnce,
      otherOnce,
      appliedRead,
      expiredTwice,
      otherClocks,
      decidedByCidrs,
      { what: 'No response twice', why: 'The first uses up the ten seconds.' },
    ],
  },
  ipam: {
    rows: [
      ...repeatable(accepted, unread).filter(({ faults }) => !faults.includes('unsent')),
      ...byOtherCodes(accepted),
      ...finals(unread),
      ...renewed(accepted, unread),
      final(['out of place'], unread('request-rejected')),
      intercepted(unread),
      {
        faults: ['clock off'],
        times: 'for ever',
        end: accepted,
        calls: 2,
        why: 'The client of each Region corrects its own clock.',
      },
    ],
    leftOut: [finalOnce, otherOnce, appliedRead, expiredTwice, otherClocks, decidedByCidrs],
  },
  dryRun: {
    rows: [
      ...repeatable(permitted, unwritten),
      ...byOtherCodes(permitted),
      final(['denied', 'denied, clock off'], unwritten('not-permitted')),
      final(['signature'], unwritten('credentials-rejected')),
      final(['rejected', 'refused'], unwritten('request-rejected')),
      ...renewed(permitted, unwritten),
      intercepted(unwritten),
      ...byOtherClocks(permitted, unwritten),
    ],
    leftOut: [
      finalOnce,
      otherOnce,
      expiredTwice,
      { what: 'Applied, and the response lost', why: 'A DryRun changes nothing.' },
      { what: 'DryRunOperation', why: 'It is the success of this call.' },
      {
        what: 'A TLS failure',
        why: 'The first observation, at the same endpoint, fails first.',
      },
    ],
  },
  rpki: {
    rows: [
      { faults: ['late'], times: 'once', end: permitted, calls: 1 },
      { faults: ['unsent'], times: brief, end: permitted, calls: 1 },
      { faults: ['unsent'], times: 'for ever', end: unwritten('rpki-unreadable'), calls: 0 },
      { faults: [...rpkiLost], times: 'once', end: permitted, calls: 2 },
      { faults: [...rpkiLost], times: 'twice', end: permitted, calls: 3 },
      {
        faults: [...rpkiLost],
        times: 'for ever',
        end: unwritten('rpki-unreadable'),
        calls: 3,
        within: 25,
        why: 'Three attempts of five seconds each, whatever the deadline of the run.',
      },
      noTls(() => unwritten('rpki-unreadable')),
      final(['refused', 'page of a filter'], unwritten('rpki-unreadable')),
    ],
    leftOut: [finalOnce, tlsForEver, appliedRead, noCodes],
  },
  associate: {
    rows: [
      { faults: ['late'], times: 'once', end: associated, calls: 1 },
      {
        faults: ['unsent'],
        times: brief,
        end: associated,
        calls: 1,
        why: 'It was never sent, so it is sent again without reading back.',
      },
      { faults: ['unsent'], times: 'for ever', end: unwritten('network-error'), calls: 0 },
      { faults: ['outage', 'hang-up', 'hang'], times: 'once', end: associated, calls: 2 },
      {
        faults: ['outage', 'hang-up', 'hang'],
        times: 'twice',
        end: associated,
        calls: 3,
        seconds: 150,
      },
      {
        faults: ['outage'],
        times: 'for ever',
        end: unwritten('service-error'),
        calls: 3,
        seconds: 150,
        why: 'Three calls, each followed by reads that show no change.',
      },
      {
        faults: ['hang-up', 'hang'],
        times: 'for ever',
        end: unwritten('network-error'),
        calls: 3,
        seconds: 150,
      },
      {
        faults: ['outage'],
        times: 'for ever',
        end: unread('service-error'),
        calls: 1,
        seconds: 8,
        why: 'The deadline comes before the reads prove anything.',
      },
      {
        faults: ['hang-up', 'hang'],
        times: 'for ever',
        end: unread('network-error'),
        calls: 1,
        seconds: 8,
      },
      {
        faults: ['broken', 'applied', 'applied in silence'],
        times: 'for ever',
        end: associated,
        calls: 1,
        why: 'EC2 has carried it out: a read shows it, and it is never sent again.',
      },
      {
        faults: ['broken'],
        times: 'for ever',
        end: unread('service-error'),
        calls: 1,
        seconds: 12,
        lag: 10,
        why: 'EC2 is slow to show it, and the deadline comes first: the run reports an unknown state.',
      },
      { faults: ['outage by another code'], times: 'once', end: associated, calls: 2 },
      {
        faults: ['throttled', 'throttled by another code'],
        times: 'once',
        end: associated,
        calls: 2,
      },
      { faults: ['throttled'], times: 'twice', end: associated, calls: 3 },
      {
        faults: ['throttled'],
        times: 'for ever',
        end: unwritten('throttled'),
        calls: [2, 5],
        seconds: 12,
      },
      ...finals(unwritten),
      ...renewed(associated, unwritten),
      {
        faults: ['out of place'],
        times: 'for ever',
        end: unwritten('request-rejected'),
        calls: 1,
        why: 'It proves nothing, so the state is read back; a repeated call would fail the same way.',
      },
      {
        faults: ['page of a filter'],
        times: 'for ever',
        end: unwritten('network-error'),
        calls: 1,
        why: 'The filter may have passed it on, so the state is read back; a repeated call would fail the same way.',
      },
      {
        faults: ['applied, page of a filter', 'applied, clock off'],
        times: 'for ever',
        end: associated,
        calls: 1,
        why: 'EC2 has carried it out: a read shows it, and it is never sent again.',
      },
      ...byOtherClocks(associated, unwritten),
      final(['denied, clock off'], unwritten('access-denied')),
    ],
    leftOut: [
      finalOnce,
      otherOnce,
      expiredTwice,
      {
        what: 'Applied, and the response lost, once and twice',
        why: 'There is no second call that could fail.',
      },
      {
        what: 'A TLS failure',
        why: 'The first observation, at the same endpoint, fails first.',
      },
    ],
  },
  disassociate: removal(),
  wait: {
    rows: [
      ...waitReads(associated, pending),
      ...byOtherCodes(associated),
      {
        faults: ['expired'],
        times: 'once',
        end: associated,
        calls: 2,
        why: 'A session that expires during the wait is renewed with a new ID token.',
      },
      {
        faults: ['expired'],
        times: 'for ever',
        end: pending('credentials-rejected'),
        calls: [1, 2],
        final: true,
      },
      final(['denied'], pending('access-denied')),
      final(['signature'], pending('credentials-rejected')),
      final(['rejected', 'refused', 'out of place'], pending('request-rejected')),
      intercepted(pending),
    ],
    leftOut: [
      finalOnce,
      otherOnce,
      appliedRead,
      {
        what: 'A TLS failure',
        why: 'The first observation, at the same endpoint, fails first.',
      },
      expiredTwice,
      otherClocks,
    ],
  },
  approvals: {
    rows: approvalRead,
    leftOut: [
      finalOnce,
      tlsForEver,
      appliedRead,
      noCodes,
      {
        what: 'Throttled or unsent twice',
        why: 'Random delays decide whether the third request still has a second.',
      },
    ],
  },
  findPull: {
    rows: [...commentRead, ...commentUnsent],
    leftOut: [finalOnce, tlsForEver, appliedRead, noCodes],
  },
  listComments: {
    rows: [...commentRead, ...commentUnsent],
    leftOut: [finalOnce, tlsForEver, appliedRead, noCodes],
  },
  createComment: { rows: commentWrite, leftOut: [finalOnce, sameConnection, noCodes] },
  updateComment: {
    rows: [...commentWrite, ...commentGone],
    leftOut: [finalOnce, sameConnection, noCodes],
  },
  ...routeExpectations,
};
