import { inspect } from 'node:util';
import type { Problem } from './lib/source-location.ts';
import { type FailureReason, reasons } from './reasons.ts';

/** The optional parts of a failure. */
export interface FailureDetails {
  /** AWS's error code, if a response from AWS caused the failure. */
  readonly code?: string | undefined;
  /** AWS's request ID. */
  readonly requestId?: string | undefined;
  /** The likely cause, unless the message says it. */
  readonly likely?: string | undefined;
  /** The next step; defaults to that of the reason. */
  readonly next?: string;
  /** Lines to print verbatim, such as a policy to paste. */
  readonly lines?: readonly string[];
  /** Invalid entries of a file, with their locations. */
  readonly problems?: readonly Problem[];
  readonly cause?: unknown;
}

/** The only error class of a run. Its message says what was being done, to what, and what came back. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly reason: FailureReason;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly likely: string | undefined;
  readonly next: string;
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];

  constructor(reason: FailureReason, message: string, details: FailureDetails = {}) {
    super(message, { cause: details.cause });
    this.reason = reason;
    this.code = details.code;
    this.requestId = details.requestId;
    this.likely = details.likely;
    this.next = details.next ?? reasons[reason].next;
    this.lines = details.lines ?? [];
    this.problems = details.problems ?? [];
  }
}

/** Anything thrown, as a Failure. Whatever is not one already is a defect: `internal-error`. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  return new Failure('internal-error', `Unexpected: ${textOf(thrown)}`, { cause: thrown });
}

/** Whether a failure ends the run whatever it was doing: the cancellation, or a defect. */
export function endsRun({ reason }: Failure): boolean {
  return reason === 'cancelled' || reason === 'internal-error';
}

function textOf(thrown: unknown): string {
  if (thrown instanceof Error) return `${thrown.name}: ${thrown.message}`;
  return typeof thrown === 'string' ? thrown : inspect(thrown);
}
