import { type CallName, callNames, calls } from './calls.ts';
import { expectations, type Row, type Times } from './expectations.ts';
import { type FaultGroupName, faultGroups, type Member } from './fault-groups.ts';

/** One run of the matrix: this goes wrong with that call so many times. */
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
    faultGroups[group].members(call).flatMap((member) =>
      [row.times].flat().map((times) => ({
        name: `${calls[call].title}: ${member.name} ${times}${limitText(row)}`,
        ...{ call, group, member, times, row },
      })),
    ),
  );
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
