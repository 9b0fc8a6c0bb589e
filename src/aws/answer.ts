import { shorten } from '../report/plain.ts';
import { type AnswerKind, awsCodes, tooLateCode, tooLongCode, unsentSystemCodes } from './codes.ts';

/** How a call that did not simply succeed came back, or did not. */
export interface Answer {
  readonly kind: AnswerKind;
  /** AWS's code, or a name for what happened instead (`ECONNREFUSED`, `Timeout`, `Unreadable`). */
  readonly code: string;
  /** AWS's own text. */
  readonly message: string;
  /** Undefined when no answer came. */
  readonly httpStatus: number | undefined;
  readonly requestId: string | undefined;
}

/** EC2's encoded authorization messages, of use only in whole, have up to 10240 characters. */
const longestMessage = 12_000;
/** Far beyond any code or request id of AWS. */
const longestName = 200;

/** A call to AWS (or to the ID token door) that did not simply succeed. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly answer: Answer;

  constructor(answer: Answer, cause?: unknown) {
    const { code, message, requestId } = answer;
    const bounded = {
      ...answer,
      code: shorten(code, longestName),
      message: shorten(message, longestMessage),
      requestId: requestId === undefined ? undefined : shorten(requestId, longestName),
    };
    super(`${bounded.code}: ${bounded.message}`, { cause });
    this.answer = bounded;
  }
}

/**
 * Whether the same call can come back otherwise: it was throttled, not sent, or its answer was lost. An
 * answer without end would have none the next time either.
 */
export function canHeal({ answer: { kind, code } }: CallError): boolean {
  if (code === tooLongCode) return false;
  return kind === 'throttled' || kind === 'unsent' || kind === 'ambiguous';
}

const expiredCodes: ReadonlySet<string> = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
]);

/** Whether AWS says that the session has expired, which EC2 also tells with RequestExpired. */
export function hasExpired({ answer: { code } }: CallError): boolean {
  return expiredCodes.has(code);
}

/** An answer with HTTP status 200 that cannot be what it claims: it proves nothing either way. */
export function unreadable(message: string, requestId?: string): CallError {
  return new CallError({
    kind: 'ambiguous',
    code: 'Unreadable',
    message,
    httpStatus: 200,
    requestId,
  });
}

/** An answer that was cut off because it is longer than any of AWS's: it proves nothing either way. */
export function tooLong(httpStatus: number): CallError {
  return new CallError({
    kind: 'ambiguous',
    code: tooLongCode,
    message: 'the answer was cut off after 16 MiB',
    httpStatus,
    requestId: undefined,
  });
}

/** No answer before the time was up: the request may have been carried out. */
export function unanswered(message: string): CallError {
  return new CallError({
    kind: 'ambiguous',
    code: 'Timeout',
    message,
    httpStatus: undefined,
    requestId: undefined,
  });
}

/** A request that was never sent, because the deadline is too near for an answer. */
export function tooLate(): CallError {
  return new CallError({
    kind: 'unsent',
    code: tooLateCode,
    message: 'the deadline left no time for an answer, so it was not sent',
    httpStatus: undefined,
    requestId: undefined,
  });
}

/** Makes a CallError of what the SDK throws; matched by names and codes, never by message text. */
export function readSdkError(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown;
  const { name, code, message, metadata } = fieldsOf(thrown);
  const httpStatus = metadata.httpStatusCode;
  const answered = httpStatus !== undefined;
  const shown = answered ? nameOfAnswer(name, httpStatus) : (code ?? name);
  return new CallError(
    {
      kind: metadata.clockSkewCorrected ? 'unsent' : kindOf(shown, httpStatus),
      code: shown,
      message: message === 'Unknown' || message === '' ? 'no message' : message,
      httpStatus,
      requestId: metadata.requestId,
    },
    thrown,
  );
}

/**
 * The SDK names a body without a code `Unknown`, and one that it cannot parse plain `Error`. EC2
 * answers 412 to a DryRun alone, and always with its code.
 */
function nameOfAnswer(name: string, httpStatus: number): string {
  if (name === 'Error' || name === 'SyntaxError') return 'Unreadable';
  if (name !== 'Unknown') return name;
  return httpStatus < 300 || httpStatus === 412 ? 'Unreadable' : `HTTP ${httpStatus}`;
}

function kindOf(code: string, httpStatus: number | undefined): AnswerKind {
  const known = Object.hasOwn(awsCodes, code) ? awsCodes[code] : undefined;
  if (httpStatus === undefined) {
    if (unsentSystemCodes.has(code)) return 'unsent';
    // A certificate does not mend itself; the handshake comes before the request.
    return isOfHandshake(code) ? 'rejected' : (known?.kind ?? 'ambiguous');
  }
  return known?.kind ?? kindOfStatus(httpStatus);
}

function isOfHandshake(code: string): boolean {
  return /^(CERT_|ERR_TLS_|ERR_SSL_WRONG_VERSION_NUMBER$)/.test(code);
}

/** What an answer with a code that is not known means, by its HTTP status alone. */
export function kindOfStatus(httpStatus: number): AnswerKind {
  if (httpStatus === 429) return 'throttled';
  if (httpStatus === 408) return 'ambiguous';
  return httpStatus >= 300 && httpStatus < 500 ? 'rejected' : 'ambiguous';
}

interface SdkFields {
  readonly name: string;
  readonly code: string | undefined;
  readonly message: string;
  readonly metadata: {
    readonly httpStatusCode?: number;
    readonly requestId?: string;
    readonly clockSkewCorrected?: true;
  };
}

function fieldsOf(thrown: unknown): SdkFields {
  if (!(thrown instanceof Error)) {
    return { name: 'Error', code: undefined, message: String(thrown), metadata: {} };
  }
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  // The SDK renames the codes that a service's model knows; `Code` is what AWS wrote.
  const written = 'Code' in thrown && typeof thrown.Code === 'string' ? thrown.Code : undefined;
  const metadata =
    '$metadata' in thrown && typeof thrown.$metadata === 'object' ? (thrown.$metadata ?? {}) : {};
  // The SDK appends advice for developers on further lines.
  const message = thrown.message.split('\n')[0] ?? '';
  return { name: written ?? thrown.name, code, message, metadata };
}
