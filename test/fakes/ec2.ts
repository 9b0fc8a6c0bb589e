import { randomUUID } from 'node:crypto';
import { createBuckets } from './buckets.ts';
import type { Credential, CredentialStore } from './credentials.ts';
import { denyingPolicy } from './credentials.ts';
import { defaultBehaviour, type Ec2Behaviour } from './ec2-behaviour.ts';
import type { Operation } from './ec2-operation.ts';
import { ec2Operations } from './ec2-operations.ts';
import type { Ipam } from './ipam.ts';
import { createIpam } from './ipam.ts';
import { checkParameters, checkRequest, queryCall } from './query.ts';
import type { Call, Listening, Received, Reply, Service, Shared } from './server.ts';
import { serve } from './server.ts';
import { ServiceError } from './service-error.ts';
import { verify } from './signature.ts';
import type { Element } from './xml.ts';
import { document, element } from './xml.ts';

/** The state of EC2. `ipam` gives that of an account in a Region, empty at first. */
export interface Ec2State {
  behave(changes: Partial<Ec2Behaviour>): void;
  ipam(account: string, region: string): Ipam;
}

/** The EC2 query API. */
export interface FakeEc2 extends Listening, Ec2State {}

const VERSION = '2016-11-15';

const breakdowns = {
  throttled: new ServiceError(503, 'RequestLimitExceeded', 'Request limit exceeded.'),
  failed: new ServiceError(500, 'InternalError', 'An internal error has occurred'),
  unavailable: new ServiceError(503, 'Unavailable', 'The service is temporarily unavailable.'),
};

/** Starts the fake EC2. */
export async function startEc2(credentials: CredentialStore, shared: Shared): Promise<FakeEc2> {
  const { service, ...state } = createEc2(credentials, shared);
  return { ...(await serve(service, shared)), ...state };
}

/** EC2 without a server. The Region of a request is the one it was signed for. */
export function createEc2(
  credentials: CredentialStore,
  shared: Omit<Shared, 'faults'>,
): Ec2State & { readonly service: Service } {
  let behaviour = defaultBehaviour;
  const accounts = new Map<string, Map<string, Ipam>>();
  const buckets = createBuckets(shared.now);

  const regionsOf = (account: string) => {
    const regions = accounts.get(account) ?? new Map<string, Ipam>();
    accounts.set(account, regions);
    return regions;
  };
  const ipam = (account: string, region: string) => {
    const regions = regionsOf(account);
    const state = regions.get(region) ?? createIpam(shared.now);
    regions.set(region, state);
    return state;
  };

  const perform = (received: Received) => {
    const call = queryCall(received);
    const signer = authenticate(received, credentials, shared.now());
    const { credential, region } = signer;
    checkRequest(received, call, VERSION);
    const operation = operationOf(call);
    const { account } = credential;
    const bucket = `${account} ${region} ${operation.sharedBucket ?? call.operation}`;
    if (!buckets.take(bucket, operation.bucket, behaviour.rateSpeed)) throw breakdowns.throttled;
    checkParameters(call.params, operation.parameters);
    authorize(signer, call.operation, behaviour.encodedMessages);
    refuseDryRun(call);
    const at = shared.now();
    const content = operation.perform({
      params: call.params,
      account,
      region,
      ipam: ipam(account, region),
      regions: regionsOf(account),
      behaviour,
      at,
      changed: (change) =>
        shared.requestLog.recordChange({
          operation: call.operation,
          account,
          region,
          ...change,
          at,
        }),
    });
    return success(call.operation, content, behaviour.requestIdHeader);
  };

  const service: Service = {
    name: 'ec2',
    breakdowns,
    call: queryCall,
    perform,
    error: (error) => failure(error, behaviour.requestIdHeader),
  };
  const behave = (changes: Partial<Ec2Behaviour>) => {
    behaviour = { ...behaviour, ...changes };
  };
  return { service, behave, ipam };
}

function authenticate(received: Received, credentials: CredentialStore, now: number) {
  const signer = verify(received, 'ec2', credentials, now);
  if (signer.verdict === 'ok') return signer;
  if (signer.verdict === 'expired' || signer.verdict === 'skewed') {
    throw new ServiceError(400, 'RequestExpired', 'Request has expired.');
  }
  const message = 'AWS was not able to validate the provided access credentials';
  throw new ServiceError(401, 'AuthFailure', message);
}

function operationOf({ operation: name }: Call): Operation {
  const operation = Object.hasOwn(ec2Operations, name) ? ec2Operations[name] : undefined;
  if (operation !== undefined) return operation;
  const message = `The action ${name} is not valid for this web service.`;
  throw new ServiceError(400, 'InvalidAction', message);
}

function authorize(
  { credential, region }: { readonly credential: Credential; readonly region: string },
  operation: string,
  encoded: boolean,
): void {
  const action = `ec2:${operation}`;
  const policy = denyingPolicy(credential, { action, region });
  if (policy === undefined) return;
  const reason = `You are not authorized to perform this operation. User: ${credential.arn} is not authorized to perform: ${action} because no ${policy} policy allows the ${action} action.`;
  const suffix = ` Encoded authorization failure message: ${randomUUID()}`;
  throw new ServiceError(403, 'UnauthorizedOperation', encoded ? reason + suffix : reason);
}

function refuseDryRun({ params, dryRun }: Call): void {
  if (dryRun) {
    const message = 'Request would have succeeded, but DryRun flag is set.';
    throw new ServiceError(412, 'DryRunOperation', message);
  }
  if (params.DryRun !== undefined && params.DryRun !== 'false') {
    const message = `Value (${params.DryRun}) for parameter DryRun is invalid.`;
    throw new ServiceError(400, 'InvalidParameterValue', message);
  }
}

function success(operation: string, content: Element[], header: boolean): Reply {
  const requestId = randomUUID();
  const elements = [element('requestId', requestId), ...content];
  const namespace = `http://ec2.amazonaws.com/doc/${VERSION}/`;
  return reply(200, document(`${operation}Response`, namespace, elements), requestId, header);
}

function failure({ status, code, message }: ServiceError, header: boolean): Reply {
  const requestId = randomUUID();
  const error = element('Error', [element('Code', code), element('Message', message)]);
  const content = [element('Errors', error), element('RequestID', requestId)];
  return reply(status, document('Response', undefined, content), requestId, header);
}

function reply(status: number, body: string, requestId: string, header: boolean): Reply {
  const headers = header ? { 'x-amzn-requestid': requestId } : {};
  return { status, contentType: 'text/xml;charset=UTF-8', headers, requestId, body };
}
