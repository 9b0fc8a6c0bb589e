import { Failure } from '../failure.ts';
import type { Redact } from '../lib/secrets.ts';
import type { Outcome } from '../outcome/run-state.ts';

/**
 * An outcome without known secrets. It must come before any formatting: an escaped, cut or wrapped
 * secret would no longer be found. Only the token for the comment stays, because it is never printed.
 */
export function redactOutcome(outcome: Outcome, redact: Redact): Outcome {
  const { inputs, ...rest } = outcome;
  const copies: Copies = { redact, made: new Map() };
  return {
    ...copyOf(rest, copies),
    inputs: inputs && { ...copyOf(inputs, copies), comment: inputs.comment },
  };
}

/** A failure without known secrets; so are its causes. */
export function redactFailure(failure: Failure, redact: Redact): Failure {
  return copyOfFailure(failure, { redact, made: new Map() });
}

/** One object has one copy: reports compare failures and problems by identity. */
interface Copies {
  readonly redact: Redact;
  readonly made: Map<object, unknown>;
}

function copyOf<T>(value: T, copies: Copies): T;
function copyOf(value: unknown, copies: Copies): unknown {
  if (typeof value === 'string') return copies.redact(value);
  if (typeof value !== 'object' || value === null) return value;
  return copies.made.get(value) ?? copyOfObject(value, copies);
}

function copyOfObject(value: object, copies: Copies): unknown {
  if (value instanceof Failure) return copyOfFailure(value, copies);
  if (value instanceof Error) return copyOfError(value, copies);
  const copy: object = Array.isArray(value) ? [] : {};
  // Kept before its fields are copied: what somebody threw may contain itself.
  copies.made.set(value, copy);
  for (const [name, item] of Object.entries(value)) {
    // Not assigned: `__proto__` is a field like any other here.
    const field = { value: copyOf(item, copies), enumerable: true };
    Object.defineProperty(copy, name, { ...field, configurable: true, writable: true });
  }
  return copy;
}

function copyOfFailure(failure: Failure, copies: Copies): Failure {
  const { reason, message, code, requestId, likely, next, lines, problems } = failure;
  const copy = new Failure(reason, copies.redact(message), {
    ...(code === undefined ? {} : { code: copies.redact(code) }),
    ...(requestId === undefined ? {} : { requestId: copies.redact(requestId) }),
    ...(likely === undefined ? {} : { likely: copies.redact(likely) }),
    next: copies.redact(next),
    lines: copyOf(lines, copies),
    problems: copyOf(problems, copies),
  });
  return finish(copy, failure, copies);
}

function copyOfError(error: Error, copies: Copies): Error {
  const copy = new Error(copies.redact(error.message));
  copy.name = error.name;
  return finish(copy, error, copies);
}

/** Adds stack and cause; causes may form a cycle. */
function finish<T extends Error>(copy: T, original: Error, copies: Copies): T {
  copies.made.set(original, copy);
  copy.stack = copies.redact(original.stack ?? '');
  // As `new Error` defines it: shown as a cause, and not as a field.
  const cause = { value: copyOf(original.cause, copies), configurable: true, writable: true };
  if (original.cause !== undefined) Object.defineProperty(copy, 'cause', cause);
  return copy;
}
