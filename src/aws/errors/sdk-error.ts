import { property, stringAt } from '../../lib/json.ts';
import { CallError, intercepted, kindOfStatus } from './call-error.ts';
import { awsCodes, ownCodes, type ResultKind } from './error-codes.ts';
import { isAwsDocument, isTextResponse, type TextResponse } from './response-text.ts';

/**
 * Makes a CallError of an error of the SDK, by names and codes, never by message text. The transport
 * throws only CallErrors, so an error without a response means that the call was never sent.
 */
export function toCallError(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown;
  const httpStatus = property(property(thrown, '$metadata'), 'httpStatusCode');
  return typeof httpStatus === 'number' ? readResponse(thrown, httpStatus) : readUnsent(thrown);
}

/** The SDK refuses a value with a plain error; missing credentials have an error of their own. */
function readUnsent(thrown: unknown): CallError {
  const name = thrown instanceof Error ? thrown.name : 'Error';
  const isPlain = /^(Error|EndpointError|RangeError|TypeError)$/.test(name);
  const code = stringAt(thrown, 'code') ?? (isPlain ? 'InvalidValue' : name);
  const kind = ownCodes.get(code)?.kind ?? 'unsent';
  return new CallError({ kind, code, message: messageOf(thrown) }, thrown);
}

/** A response is AWS's if it has a code in the form of the protocol. */
function readResponse(thrown: unknown, httpStatus: number): CallError {
  const metadata = property(thrown, '$metadata');
  // As AWS wrote it in the body; the SDK renames it, and makes up one where there is none.
  const awsCode = stringAt(thrown, 'Code') || undefined;
  const response = property(thrown, '$response');
  const read = isTextResponse(response) ? response : { ...unseen, statusCode: httpStatus };
  if (awsCode === undefined && !isGarbled(httpStatus, read.text)) return intercepted(read, thrown);
  const message = messageOf(thrown);
  return new CallError(
    {
      kind: awsCode === undefined ? 'ambiguous' : kindOfCode(awsCode, httpStatus),
      code: awsCode ?? 'Unreadable',
      message: message === 'Unknown' || message === '' ? 'no message' : message,
      httpStatus,
      requestId: stringAt(metadata, 'requestId'),
      ...(property(metadata, 'clockSkewCorrected') === true ? { clockCorrected: true } : {}),
    },
    thrown,
  );
}

const unseen: Omit<TextResponse, 'statusCode'> = { headers: {}, text: '', host: 'AWS' };

/** The SDK appends advice for developers on further lines. */
function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown);
}

/** Whether a response without a code may still be AWS's, truncated on its way. */
function isGarbled(httpStatus: number, text: string): boolean {
  // EC2 responds with 412 only to a DryRun.
  return httpStatus < 300 || isAwsDocument(text) || (httpStatus === 412 && text === '');
}

/** A code counts only with a status that fits it. */
function kindOfCode(code: string, httpStatus: number): ResultKind {
  const known = awsCodes.get(code);
  if (!known) return kindOfStatus(httpStatus);
  return fits(known.kind, httpStatus) ? known.kind : 'ambiguous';
}

function fits(kind: ResultKind, httpStatus: number): boolean {
  if (kind === 'permitted') return httpStatus === 412;
  if (kind === 'throttled' || kind === 'ambiguous') return httpStatus >= 400;
  return httpStatus >= 400 && httpStatus < 500;
}
