import { Failure } from '../failure.ts';
import type { Redact } from '../lib/secrets.ts';
import type { Outcome } from '../outcome/run-state.ts';

/**
 * An outcome without known secrets. Redact before any formatting, because an escaped, cut or wrapped
 * secret is not found. Only the token for the comment stays; it is never printed.
 */
export function redactOutcome({ inputs, ...rest }: Outcome, redact: Redact): Outcome {
  const copy = createCopier(redact);
  return { ...copy(rest), inputs: inputs && { ...copy(inputs), comment: inputs.comment } };
}

/** A failure and its causes without known secrets. */
export function redactFailure(failure: Failure, redact: Redact): Failure {
  return createCopier(redact)(failure);
}

/** Copies values deeply. One object has one copy: reports compare failures and problems by identity. */
function createCopier(redact: Redact): <T>(value: T) => T {
  const made = new Map<object, unknown>();

  function copy<T>(value: T): T;
  function copy(value: unknown): unknown {
    if (typeof value === 'string') return redact(value);
    if (typeof value !== 'object' || value === null) return value;
    if (made.has(value)) return made.get(value);
    if (value instanceof Error) return copyError(value);
    const copied: object = Array.isArray(value) ? [] : {};
    // Kept before its fields are copied: a thrown value may contain itself.
    made.set(value, copied);
    for (const [name, item] of Object.entries(value)) define(copied, name, copy(item), true);
    return copied;
  }

  /** Copies message, stack and cause, and the fields of a Failure. */
  function copyError(error: Error): Error {
    const message = redact(error.message);
    const copied: Error =
      error instanceof Failure
        ? new Failure(error.reason, message, copy({ ...error }))
        : new Error(message);
    // Kept before its cause is copied: causes may form a cycle.
    made.set(error, copied);
    copied.name = error.name;
    copied.stack = redact(error.stack ?? '');
    // As `new Error` defines it: printed as a cause, and not as a field.
    if (error.cause !== undefined) define(copied, 'cause', copy(error.cause), false);
    return copied;
  }

  return copy;
}

/** Not an assignment, because `__proto__` is a field like any other here. */
function define(target: object, name: string, value: unknown, enumerable: boolean): void {
  Object.defineProperty(target, name, { value, enumerable, configurable: true, writable: true });
}
