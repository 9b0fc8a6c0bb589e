import { CallError, intercepted, kindOfStatus } from './call-error.ts';
import { awsCodes, kindOfOwnCode, type ResultKind } from './error-codes.ts';
import { type HttpAnswer, isDocumentOfAws, isHttpAnswer } from './response-text.ts';

/**
 * Makes a CallError of an error of the SDK, by names and codes, never by message text. The transport
 * throws only CallErrors, so an error without an answer means that the call was never sent.
 */
export function toCallError(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown;
  const error = fieldsOf(thrown);
  const { httpStatusCode: httpStatus } = error.metadata;
  return httpStatus === undefined
    ? readUnsent(error, thrown)
    : readAnswer(error, httpStatus, thrown);
}

/** The SDK refuses a value with a plain error; missing credentials have an error of their own. */
function readUnsent({ name, code, message }: SdkError, thrown: unknown): CallError {
  const refused = code === undefined && /^(Error|EndpointError|RangeError|TypeError)$/.test(name);
  const ownCode = refused ? 'InvalidValue' : (code ?? name);
  const kind = kindOfOwnCode(ownCode) ?? 'unsent';
  return new CallError({ kind, code: ownCode, message }, thrown);
}

/** An answer is AWS's where it has a code in the form of the protocol. */
function readAnswer(error: SdkError, httpStatus: number, thrown: unknown): CallError {
  const { awsCode, message, metadata, answer } = error;
  if (awsCode === undefined && !isGarbled(httpStatus, answer)) {
    return intercepted(answer ?? unseen(httpStatus), thrown);
  }
  return new CallError(
    {
      kind: awsCode === undefined ? 'ambiguous' : kindOfAnswer(awsCode, httpStatus),
      code: awsCode ?? 'Unreadable',
      message: message === 'Unknown' || message === '' ? 'no message' : message,
      httpStatus,
      requestId: metadata.requestId,
      ...(metadata.clockSkewCorrected ? { clockCorrected: true } : {}),
    },
    thrown,
  );
}

/** Whether an answer without a code may still be AWS's, truncated on its way. */
function isGarbled(httpStatus: number, answer: HttpAnswer | undefined): boolean {
  const text = answer?.text ?? '';
  // EC2 answers 412 only to a DryRun.
  return httpStatus < 300 || isDocumentOfAws(text) || (httpStatus === 412 && text === '');
}

function unseen(statusCode: number): HttpAnswer {
  return { statusCode, headers: {}, text: '', host: 'AWS' };
}

/** What an answer of AWS means. A code counts only with a status that fits it. */
function kindOfAnswer(code: string, httpStatus: number): ResultKind {
  const known = Object.hasOwn(awsCodes, code) ? awsCodes[code]?.kind : undefined;
  if (known === undefined) return kindOfStatus(httpStatus);
  return fits(known, httpStatus) ? known : 'ambiguous';
}

function fits(kind: ResultKind, httpStatus: number): boolean {
  if (kind === 'permitted') return httpStatus === 412;
  if (kind === 'throttled' || kind === 'ambiguous') return httpStatus >= 400;
  return httpStatus >= 400 && httpStatus < 500;
}

/** The fields read from an error of the SDK. */
interface SdkError {
  readonly name: string;
  /** Node's. */
  readonly code: string | undefined;
  /** As AWS wrote it in the body; the SDK renames it, and makes up one where there is none. */
  readonly awsCode: string | undefined;
  readonly message: string;
  readonly metadata: {
    readonly httpStatusCode?: number;
    readonly requestId?: string;
    readonly clockSkewCorrected?: true;
  };
  readonly answer: HttpAnswer | undefined;
}

function fieldsOf(thrown: unknown): SdkError {
  if (!(thrown instanceof Error)) {
    const nothing = { code: undefined, awsCode: undefined, answer: undefined };
    return { name: 'Error', message: String(thrown), metadata: {}, ...nothing };
  }
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  const written = 'Code' in thrown && typeof thrown.Code === 'string' ? thrown.Code : '';
  const metadata =
    '$metadata' in thrown && typeof thrown.$metadata === 'object' ? (thrown.$metadata ?? {}) : {};
  const response = '$response' in thrown ? thrown.$response : undefined;
  return {
    name: thrown.name,
    code,
    awsCode: written === '' ? undefined : written,
    // The SDK appends advice for developers on further lines.
    message: thrown.message.split('\n')[0] ?? '',
    metadata,
    answer: isHttpAnswer(response) ? response : undefined,
  };
}
