import type { Failure } from '../../failure.ts';
import { problemText } from '../../lib/source-location.ts';
import { nextOf } from '../format-plan.ts';

/** From good to bad. `unknown` could not be checked; a `fault` stops a run, or its approval. */
const statuses = ['ok', 'unknown', 'warning', 'fault'] as const;

/** The result of a check. */
export type Status = (typeof statuses)[number];

/** One check of the doctor: what was checked, what was found, and what to do. */
export interface Finding {
  readonly status: Status;
  readonly subject: string;
  readonly found: string;
  /** Undefined if there is nothing to do. */
  readonly advice?: string | undefined;
  /** Lines to print as they are: problems of a file, a policy to paste. */
  readonly lines?: readonly string[];
  /** The failure that was found, if any. */
  readonly failure?: Failure;
}

/** Findings under one title. */
export interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** Returns a function that makes findings about a subject. */
export function findingsAbout(subject: string) {
  return (status: Status, found: string, advice?: string): Finding => ({
    status,
    subject,
    found,
    advice,
  });
}

/** The worst status of the findings; `ok` without any. */
export function worstStatus(findings: readonly Finding[]): Status {
  const found = new Set(findings.map(({ status }) => status));
  return statuses.findLast((status) => found.has(status)) ?? 'ok';
}

/** The finding of a failure. */
export function faultOf(subject: string, failure: Failure): Finding {
  const { message, likely, next, lines, problems, reason } = failure;
  const cause = likely === undefined ? '' : `. Likely cause: ${likely}`;
  return {
    status: 'fault',
    subject,
    found: `${message} (${reason})${cause}`,
    advice: nextOf(reason, next),
    lines: [...problems.map(problemText), ...lines],
    failure,
  };
}
