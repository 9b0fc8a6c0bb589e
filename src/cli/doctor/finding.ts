import type { Failure } from '../../failure.ts';
import { problemText } from '../../lib/source-location.ts';
import { nextOf } from '../format-plan.ts';

/** From good to bad. `unknown` is what could not be checked; a `fault` stops a run, or its approval. */
const statuses = ['ok', 'unknown', 'warning', 'fault'] as const;

/** How a check ended. */
export type Status = (typeof statuses)[number];

/** One line of the doctor: what was checked, what was found, and what to do. */
export interface Finding {
  readonly status: Status;
  readonly subject: string;
  readonly found: string;
  /** Undefined where nothing is to be done. */
  readonly advice?: string;
  /** Lines to print as they are: problems of a file, a policy to paste. */
  readonly lines?: readonly string[];
  /** What was found, where a failure says it. */
  readonly failure?: Failure;
}

/** Findings about one thing. */
export interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** The worst status of the findings; `ok` without any. */
export function worstStatus(findings: readonly Finding[]): Status {
  const ranks = findings.map(({ status }) => statuses.indexOf(status));
  return statuses[Math.max(0, ...ranks)] ?? 'ok';
}

/** A fault that a failure says. */
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
