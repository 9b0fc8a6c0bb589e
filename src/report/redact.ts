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
  return copyOf(failure, { redact, made: new Map() });
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
  if (copies.made.has(value)) return copies.made.get(value);
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

/** With stack and cause. Of the fields, only a Failure's are copied. */
function copyOfError(error: Error, copies: Copies): Error {
  const message = copies.redact(error.message);
  const copy: Error =
    error instanceof Failure
      ? new Failure(error.reason, message, copyOf({ ...error }, copies))
      : new Error(message);
  // Kept before its cause is copied: causes may form a cycle.
  copies.made.set(error, copy);
  copy.name = error.name;
  copy.stack = copies.redact(error.stack ?? '');
  // As `new Error` defines it: shown as a cause, and not as a field.
  const cause = { value: copyOf(error.cause, copies), configurable: true, writable: true };
  if (error.cause !== undefined) Object.defineProperty(copy, 'cause', cause);
  return copy;
}
