import type { Reason } from '../../../src/reasons.ts';
import type { FaultGroupName } from './fault-groups.ts';

/** How many requests in a row go wrong. */
export type Times = 'once' | 'twice' | 'for ever';

/** How a run ends. */
export interface End {
  readonly reason: Reason;
  readonly state: string;
  readonly changed: boolean;
  /** What the pull request shows: the run's comment, or nothing of it and a warning in the log. */
  readonly comment?: 'written' | 'not written';
  /** The approval in the summary. */
  readonly approver?: 'named' | 'not known';
  /** Other outputs. */
  readonly outputs?: Readonly<Record<string, string>>;
}

/** What is expected of a run whose call goes wrong in one of the ways of the fault groups. */
export interface Row {
  readonly faults: readonly FaultGroupName[];
  readonly times: Times | readonly Times[];
  readonly end: End;
  /** Requests of the call that reach the service, from the first faulty one on. */
  readonly calls: number | readonly [least: number, most: number];
  /** `wait-timeout-seconds`, 60 where left out. */
  readonly seconds?: number;
  /** Nothing resolves it: the run ends within 5 s of the response. */
  readonly final?: true;
  /** Seconds from the first faulty request within which the run ends, where that is sooner. */
  readonly within?: number;
  /** Listings that do not show yet what EC2 has accepted, where they are more than usual. */
  readonly lag?: number;
  readonly why?: string;
}

/** What the matrix has no cases for, and why. */
export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

/** All that is expected of the runs in which one call goes wrong. */
export interface Expectation {
  readonly rows: readonly Row[];
  readonly leftOut: readonly LeftOut[];
}

/** How a run ends that fails for a reason. */
export type Failed = (reason: Reason) => End;

/** So often that a run can overcome it. */
export const brief: readonly Times[] = ['once', 'twice'];

/** A call that may be repeated: what a retry overcomes is repeated, four times in all, throttled until the deadline. */
export function repeatable(done: End, failed: Failed): Row[] {
  return [
    { faults: ['late'], times: 'once', end: done, calls: 1 },
    { faults: ['unsent'], times: brief, end: done, calls: 1 },
    { faults: ['unsent'], times: 'for ever', end: failed('network-error'), calls: 0 },
    { faults: ['outage', 'broken', 'hang-up', 'silent'], times: 'once', end: done, calls: 2 },
    { faults: ['outage', 'broken', 'hang-up', 'silent'], times: 'twice', end: done, calls: 3 },
    { faults: ['outage', 'broken'], times: 'for ever', end: failed('service-error'), calls: 4 },
    { faults: ['hang-up'], times: 'for ever', end: failed('network-error'), calls: 4 },
    { faults: ['silent'], times: 'for ever', end: failed('network-error'), calls: 1, seconds: 6 },
    { faults: ['throttled'], times: 'once', end: done, calls: 2 },
    { faults: ['throttled'], times: 'twice', end: done, calls: 3 },
    {
      faults: ['throttled'],
      times: 'for ever',
      end: failed('throttled'),
      calls: [2, 5],
      seconds: 12,
    },
  ];
}

/** The reads of a wait for the end of an accepted call; what cannot be read slows it down and does not end it. */
export function waitReads(done: End, pending: Failed): Row[] {
  const overcome = ['outage', 'broken', 'hang-up', 'silent', 'throttled'] as const;
  const timedOut = pending('wait-timeout');
  return [
    { faults: ['late'], times: 'once', end: done, calls: 1 },
    { faults: ['unsent'], times: brief, end: done, calls: 1 },
    { faults: ['unsent'], times: 'for ever', end: timedOut, calls: 0, seconds: 8 },
    { faults: overcome, times: 'once', end: done, calls: 2 },
    { faults: overcome, times: 'twice', end: done, calls: 3 },
    {
      faults: ['outage', 'broken', 'hang-up', 'throttled'],
      times: 'for ever',
      end: timedOut,
      calls: [2, 6],
      seconds: 12,
      why: 'AWS has accepted the call; failed reads delay the wait and do not end it.',
    },
    { faults: ['silent'], times: 'for ever', end: timedOut, calls: 1, seconds: 8 },
  ];
}

/** A TLS failure, which stays. */
export const noTls = (failed: Failed): Row => ({
  faults: ['tls'],
  times: 'for ever',
  end: failed('network-error'),
  calls: 0,
});

/** A fault that retrying cannot resolve ends the run at the first response. */
export function final(faults: readonly FaultGroupName[], end: End): Row {
  return { faults, times: 'for ever', end, calls: 1, final: true };
}

/** The final responses of a signed call. */
export function finals(failed: Failed): Row[] {
  return [
    final(['denied'], failed('access-denied')),
    final(['signature'], failed('credentials-rejected')),
    final(['rejected', 'refused'], failed('request-rejected')),
  ];
}

/** A session that AWS calls expired is renewed once. */
export function renewed(done: End, failed: Failed): Row[] {
  return [
    {
      faults: ['expired'],
      times: 'once',
      end: done,
      calls: 2,
      why: 'AWS did not carry it out, so the session is renewed and the call sent again.',
    },
    {
      faults: ['expired'],
      times: 'for ever',
      end: failed('credentials-rejected'),
      calls: 2,
      final: true,
    },
  ];
}

/** A response from something on the way is not AWS's, and a repeated call would get it again. */
export function intercepted(failed: Failed): Row {
  return final(['page of a filter'], failed('network-error'));
}

/** Why the matrix leaves out what it does, of several calls. */
export const expiredTwice: LeftOut = {
  what: 'An expired session twice',
  why: 'A session that expires again right after its renewal is the same as forever.',
};
export const finalOnce: LeftOut = {
  what: 'Final responses once and twice',
  why: 'The run ends at the first, so there is no later request.',
};
export const tlsForEver: LeftOut = {
  what: 'A TLS failure once and twice',
  why: 'A certificate or a proxy does not change between two attempts of one run.',
};
export const appliedRead: LeftOut = {
  what: 'Applied, and the response lost',
  why: 'The call changes nothing that matters: the same as no response.',
};
export const noCodes: LeftOut = {
  what: 'Codes of AWS',
  why: 'The service is not AWS; its HTTP status classifies the response.',
};
