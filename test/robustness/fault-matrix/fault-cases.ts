import { type CallName, callNames, calls, type FaultyCall } from './calls.ts';
import { expectations } from './expectations.ts';
import { type FaultGroupName, faultGroups, type Member } from './fault-groups.ts';
import type { Row, Times } from './rows.ts';

/** One run of the matrix: a fault of a call, and how many times it occurs. */
export interface FaultCase {
  readonly name: string;
  readonly call: CallName;
  readonly group: FaultGroupName;
  readonly member: Member;
  readonly times: Times;
  readonly row: Row;
}

/** All cases: each row once for every member of its fault groups and for all its times. */
export function listCases(): readonly FaultCase[] {
  return callNames.flatMap((call) => expectations[call].rows.flatMap((row) => casesOf(call, row)));
}

/** The cases of one row. */
export function casesOf(call: CallName, row: Row): FaultCase[] {
  return row.faults.flatMap((group) =>
    membersOf(group, call).flatMap((member) =>
      [row.times].flat().map((times) => ({
        name: `${calls[call].title}: ${member.name} ${times}${limitText(row)}`,
        ...{ call, group, member, times, row },
      })),
    ),
  );
}

function membersOf(group: FaultGroupName, call: CallName): readonly Member[] {
  const { members }: FaultyCall = calls[call];
  const all = faultGroups[group].members(call);
  return members === 'first' ? all.slice(0, 1) : all;
}

function limitText({ seconds }: Row): string {
  return seconds === undefined ? '' : `, ${seconds} s`;
}

/** `wait-timeout-seconds` of a row. */
export function secondsOf({ seconds = 60 }: Row): number {
  return seconds;
}

/** What a comment may take after the run. */
export const commentSeconds = 70;
