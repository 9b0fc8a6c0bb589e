import { type CallName, callNames, calls } from './calls.ts';
import { expectations, type Row, type Times } from './expectations.ts';
import { type FamilyName, families, type Member } from './fault-groups.ts';

/** One run of the matrix: this goes wrong with that call so many times. */
export interface Cell {
  readonly name: string;
  readonly call: CallName;
  readonly family: FamilyName;
  readonly member: Member;
  readonly times: Times;
  readonly row: Row;
}

/** All cells: each row once for every member of its families and for all its times. */
export function listCells(): readonly Cell[] {
  return callNames.flatMap((call) => expectations[call].rows.flatMap((row) => cellsOf(call, row)));
}

/** The cells of one row. */
export function cellsOf(call: CallName, row: Row): Cell[] {
  return row.faults.flatMap((family) =>
    families[family].members(call).flatMap((member) =>
      [row.times].flat().map((times) => ({
        name: `${calls[call].title}: ${member.name} ${times}${limitText(row)}`,
        ...{ call, family, member, times, row },
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
