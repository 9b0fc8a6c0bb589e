import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import type { Hop } from '../../domain/role.ts';
import { asFailure, type Failure } from '../../failure.ts';
import { call, callOnce } from '../call.ts';
import type { SessionContext } from '../connection-context.ts';
import { CallError } from '../errors/call-error.ts';
import { toFailure } from '../errors/to-failure.ts';
import type { Session, Sts } from '../sts.ts';
import { explainDeniedHop } from './role-denied.ts';

/** The credentials that assume the next role. */
interface Caller {
  readonly accessKeyId: string;
  readonly sts: Sts;
}

/**
 * A session of a role, assumed with the credentials of `source` (STS AssumeRole), with retries.
 * `callerArn` is their role, if it is known. Throws a Failure.
 */
export async function requestWithCredentials(
  source: AwsCredentialIdentityProvider,
  hop: Hop,
  callerArn: string | undefined,
  context: SessionContext,
): Promise<Session> {
  let caller = await openCaller(await source(), context);
  const renew = async () => {
    const { accessKeyId } = caller;
    caller = await openCaller(await source({ forceRefresh: true }), context);
    return caller.accessKeyId !== accessKeyId;
  };
  try {
    return await call((signal) => caller.sts.assumeRole(hop, signal), { ...context, renew });
  } catch (error) {
    if (!(error instanceof CallError)) throw asFailure(error);
    throw await explainFailedHop(error, hop, callerArn, caller, context);
  }
}

/** Each key gets a new client, because the SDK keeps the credentials that a client started with. */
async function openCaller(
  credentials: AwsCredentialIdentity,
  context: SessionContext,
): Promise<Caller> {
  const { stsCalls } = await import('../sts.ts');
  return { accessKeyId: credentials.accessKeyId, sts: stsCalls(context, credentials) };
}

async function explainFailedHop(
  error: CallError,
  hop: Hop,
  callerArn: string | undefined,
  { sts }: Caller,
  context: SessionContext,
): Promise<Failure> {
  const doing = `assume ${hop.arn} with ${callerArn ? `the session of ${callerArn}` : 'the credentials of the default chain'}`;
  if (error.result.kind !== 'denied') return toFailure(doing, error);
  return explainDeniedHop(doing, error, hop, callerArn ?? (await askForArn(sts, context)));
}

/** The ARN of the caller; empty if STS does not say. */
async function askForArn(sts: Sts, context: SessionContext): Promise<string> {
  try {
    return await callOnce((signal) => sts.getCallerArn(signal), context);
  } catch (error) {
    if (error instanceof CallError) return '';
    throw error;
  }
}
