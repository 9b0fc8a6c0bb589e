import type { CallName } from './calls.ts';
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
  type Row,
  renewed,
  repeatable,
  waitReads,
} from './rows.ts';

/** The calls of the action for routes. */
export type RouteCallName = Extract<
  CallName,
  | 'discoveries'
  | 'discoveredRoutes'
  | 'lookingGlass'
  | 'ripestat'
  | 'dryRunAdvertise'
  | 'dryRunWithdraw'
  | 'advertise'
  | 'swap'
  | 'swapBack'
  | 'withdraw'
  | 'routeWait'
  | 'verification'
>;

const advertised: End = { reason: 'advertised', state: 'advertised', changed: true };
const withdrawn: End = { reason: 'withdrawn', state: 'provisioned', changed: true };
const plannedFrom = (source: string): End => ({
  ...{ reason: 'planned', state: 'advertised', changed: false },
  outputs: { origin: 'AWS', 'origin-source': source },
});
const planned = (state: string): End => ({ reason: 'planned', state, changed: false });

const unknown: Failed = (reason) => ({ reason, state: 'unknown', changed: false });
const unadvertised: Failed = (reason) => ({ reason, state: 'provisioned', changed: false });
const unmoved: Failed = (reason) => ({ reason, state: 'advertised', changed: false });
/** EC2's response to a change is not a state; the state before it is known. */
const pending: Failed = (reason) => ({ reason, state: 'provisioned', changed: true });
const unverified: Failed = (reason) => ({ ...advertised, reason });

const otherMembers: LeftOut = {
  what: 'Other members of a fault group, and other codes',
  why: 'The calls for associations cover the other members: the code that reads a response is shared.',
};
const earlierCalls: LeftOut = {
  what: 'The calls before it, for the token, the session and the first observation',
  why: 'They are the same as in the action for associations.',
};
const firstMeets: LeftOut = {
  what: 'A TLS failure, and a clock that is off',
  why: 'DescribeByoipCidrs, at the same endpoint, fails first.',
};
const overAnyHost: LeftOut = {
  what: 'A request that cannot leave, and a TLS failure',
  why: 'RPKI data from a Routinator covers both: the code is the same.',
};
const inTheWay: LeftOut = {
  what: 'An expired session',
  why: 'The first observation has just renewed it.',
};

/** A source of origins that is not needed: the next one decides. It has ten seconds. */
const optionalOrigin: Expectation = {
  rows: [
    { faults: ['late'], times: 'once', end: plannedFrom('ipam'), calls: 1 },
    { faults: ['unsent'], times: 'once', end: plannedFrom('ipam'), calls: 1 },
    {
      faults: ['unsent'],
      times: 'for ever',
      end: plannedFrom('collectors'),
      calls: 0,
      seconds: 30,
    },
    {
      faults: ['outage', 'broken', 'hang-up', 'throttled'],
      times: 'once',
      end: plannedFrom('ipam'),
      calls: 2,
    },
    { faults: ['outage', 'broken', 'hang-up'], times: 'twice', end: plannedFrom('ipam'), calls: 3 },
    {
      faults: ['outage', 'broken', 'hang-up'],
      times: 'for ever',
      end: plannedFrom('collectors'),
      calls: 4,
    },
    {
      faults: ['silent'],
      times: 'once',
      end: plannedFrom('collectors'),
      calls: 1,
      within: 20,
      why: 'Both calls have ten seconds, because the run does not depend on them.',
    },
    {
      faults: ['throttled'],
      times: 'for ever',
      end: plannedFrom('collectors'),
      calls: [2, 3],
      within: 20,
    },
    final(
      ['denied', 'signature', 'rejected', 'refused', 'out of place', 'page of a filter'],
      plannedFrom('collectors'),
    ),
  ],
  leftOut: [finalOnce, otherMembers, appliedRead, firstMeets, inTheWay],
};

/** What a request to RIPEstat is repeated after: three attempts of five seconds each. */
const ripestatLost = ['outage', 'broken', 'hang-up', 'silent', 'throttled'] as const;

function ripestatRows(done: End, lost: End): Row[] {
  return [
    { faults: ['late'], times: 'once', end: done, calls: 1 },
    { faults: [...ripestatLost], times: 'once', end: done, calls: 2 },
    { faults: [...ripestatLost], times: 'twice', end: done, calls: 3 },
    { faults: [...ripestatLost], times: 'for ever', end: lost, calls: 3, within: 25 },
    final(['refused', 'page of a filter'], lost),
  ];
}

const ripestatLeftOut = [finalOnce, appliedRead, noCodes, otherMembers, overAnyHost] as const;

/** Throttled calls that change routes, or would, are repeated every 10.2 s at most. */
function paced(row: Row): Row {
  const isThrottled = row.faults.includes('throttled') && row.times === 'for ever';
  return isThrottled ? { ...row, calls: [2, 3], seconds: 25 } : row;
}

function permission(done: End, failed: Failed): Expectation {
  return {
    rows: [
      ...repeatable(done, failed).map(paced),
      final(['denied'], failed('not-permitted')),
      final(['signature'], failed('credentials-rejected')),
      final(['rejected', 'refused'], failed('request-rejected')),
      ...renewed(done, failed),
      intercepted(failed),
    ],
    leftOut: [
      finalOnce,
      otherMembers,
      earlierCalls,
      expiredTwice,
      firstMeets,
      { what: 'Applied, and the response lost', why: 'A DryRun changes nothing.' },
      { what: 'DryRunOperation', why: 'It is the success of this call.' },
    ],
  };
}

/** How often a throttled call is repeated in 25 s. */
type Pace = Pick<Row, 'calls' | 'why'>;

const everyTenSeconds: Pace = {
  calls: [2, 3],
  why: 'Calls that change routes are 10.2 s apart.',
};

/** What a call meets that AWS has certainly not carried out. */
function certain(done: End, failed: Failed, pace: Pace = everyTenSeconds): Row[] {
  return [
    { faults: ['late'], times: 'once', end: done, calls: 1 },
    { faults: ['unsent'], times: brief, end: done, calls: 1 },
    { faults: ['unsent'], times: 'for ever', end: failed('network-error'), calls: 0 },
    { faults: ['throttled'], times: 'once', end: done, calls: 2 },
    {
      faults: ['throttled'],
      times: 'for ever',
      end: failed('throttled'),
      seconds: 25,
      ...pace,
    },
    ...finals(failed),
    ...renewed(done, failed),
  ];
}

/** A call whose effect the listing shows: after a lost response it is read back, and made at most three times. */
export function readBack(done: End, failed: Failed, pace?: Pace): Expectation {
  return {
    rows: [
      ...certain(done, failed, pace),
      { faults: ['outage', 'hang-up', 'hang'], times: 'once', end: done, calls: 2 },
      { faults: ['outage', 'hang-up', 'hang'], times: 'twice', end: done, calls: 3, seconds: 150 },
      {
        faults: ['outage'],
        times: 'for ever',
        end: failed('service-error'),
        calls: 3,
        seconds: 150,
        why: 'Three calls, each followed by reads that show no change.',
      },
      {
        faults: ['hang-up', 'hang'],
        times: 'for ever',
        end: failed('network-error'),
        calls: 3,
        seconds: 150,
      },
      {
        faults: ['outage'],
        times: 'for ever',
        end: unknown('service-error'),
        calls: 1,
        seconds: 8,
        why: 'The deadline comes before the reads prove anything.',
      },
      {
        faults: ['broken', 'applied', 'applied in silence', 'applied, page of a filter'],
        times: 'for ever',
        end: done,
        calls: 1,
        why: 'AWS has carried it out: a read shows it, and it is never sent again.',
      },
      {
        faults: ['broken'],
        times: 'for ever',
        end: unknown('service-error'),
        calls: 1,
        seconds: 12,
        lag: 10,
        why: 'AWS is slow to show it, and the deadline comes first: the run reports an unknown state.',
      },
      {
        faults: ['out of place'],
        times: 'for ever',
        end: failed('request-rejected'),
        calls: 1,
        why: 'It proves nothing, so the state is read back; a repeated call would fail the same way.',
      },
      {
        faults: ['page of a filter'],
        times: 'for ever',
        end: failed('network-error'),
        calls: 1,
        why: 'The filter may have passed it on, so the state is read back; a repeated call would fail the same way.',
      },
    ],
    leftOut: changeLeftOut,
  };
}

const changeLeftOut: readonly LeftOut[] = [
  finalOnce,
  otherMembers,
  earlierCalls,
  expiredTwice,
  firstMeets,
  {
    what: 'Applied, and the response lost, once and twice',
    why: 'There is no second call that could fail.',
  },
];

/** What is expected of every call of a run for routes. */
export const routeExpectations: Readonly<Record<RouteCallName, Expectation>> = {
  discoveries: optionalOrigin,
  discoveredRoutes: optionalOrigin,
  lookingGlass: {
    rows: ripestatRows(plannedFrom('collectors'), {
      ...unmoved('origin-unknown'),
      outputs: { origin: 'unknown', 'origin-source': 'none' },
    }),
    leftOut: ripestatLeftOut,
  },
  ripestat: {
    rows: ripestatRows(planned('provisioned'), unadvertised('rpki-unreadable')),
    leftOut: ripestatLeftOut,
  },
  dryRunAdvertise: permission(planned('provisioned'), unadvertised),
  dryRunWithdraw: permission(planned('advertised'), unmoved),
  advertise: readBack(advertised, unadvertised),
  swap: {
    rows: [
      ...certain(advertised, unmoved),
      { faults: ['outage', 'broken'], times: 'for ever', end: unknown('service-error'), calls: 1 },
      {
        faults: [
          ...(['hang-up', 'hang', 'applied', 'applied in silence'] as const),
          ...(['page of a filter', 'applied, page of a filter'] as const),
        ],
        times: 'for ever',
        end: unknown('network-error'),
        calls: 1,
        why: 'No listing proves a swap, and AWS allows one per hour: it is never repeated.',
      },
      {
        faults: ['out of place'],
        times: 'for ever',
        end: unknown('request-rejected'),
        calls: 1,
        why: 'It proves nothing, and the swap is not repeated.',
      },
    ],
    leftOut: changeLeftOut,
  },
  swapBack: {
    rows: [
      ...certain(advertised, unmoved),
      { faults: ['outage', 'hang-up', 'hang'], times: 'once', end: advertised, calls: 2 },
      {
        faults: ['outage'],
        times: ['twice', 'for ever'],
        end: unknown('service-error'),
        calls: 2,
        why: "It is repeated once, because a second call to advertise from Amazon's ASN does no harm.",
      },
      {
        faults: ['hang-up', 'hang'],
        times: ['twice', 'for ever'],
        end: unknown('network-error'),
        calls: 2,
      },
      {
        faults: ['broken', 'applied', 'applied in silence'],
        times: 'once',
        end: unknown('request-rejected'),
        calls: 2,
        why: 'AWS has carried it out and rejects the second call, so the result of the first is unknown.',
      },
      {
        faults: ['out of place'],
        times: 'for ever',
        end: unknown('request-rejected'),
        calls: 1,
        why: 'It proves nothing; a repeated call would fail the same way.',
      },
      {
        faults: ['page of a filter', 'applied, page of a filter'],
        times: 'for ever',
        end: unknown('network-error'),
        calls: 1,
      },
    ],
    leftOut: [
      ...changeLeftOut,
      {
        what: 'A second swap to AWS that AWS accepts',
        why: 'AWS does not document its response. The fake EC2 rejects; if AWS accepts, the run waits as after one call.',
      },
    ],
  },
  withdraw: readBack(withdrawn, unmoved),
  routeWait: {
    rows: [
      ...waitReads(advertised, pending),
      ...renewed(advertised, pending),
      ...finals(pending),
      intercepted(pending),
    ],
    leftOut: [finalOnce, otherMembers, appliedRead, expiredTwice, firstMeets],
  },
  verification: {
    rows: ripestatRows(
      { ...advertised, outputs: { verified: 'collectors' } },
      { ...unverified('not-verified'), outputs: { verified: 'none' } },
    ),
    leftOut: [
      ...ripestatLeftOut,
      {
        what: 'A run with verify: warn',
        why: 'Only the end differs: a warning instead of a failure.',
      },
    ],
  },
};
