import { Readable } from 'node:stream';
import { type HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { type Transport, wrapHandler } from '../../../src/aws/transport.ts';
import { type AllowedActions, createCredentials } from '../../fakes/credentials.ts';
import { createEc2, type Ec2State } from '../../fakes/ec2.ts';
import { queryCall } from '../../fakes/query.ts';
import { receivedOf } from '../../fakes/received.ts';
import { type ChangeRecord, createRequestLog } from '../../fakes/request-log.ts';
import type { Received, Reply, Service } from '../../fakes/server.ts';
import { ServiceError } from '../../fakes/service-error.ts';
import type { SimulatedClock } from './clock.ts';
import { epoch } from './date.ts';
import type { InjectedOutcome, InjectFault } from './injected-outcome.ts';
import type { Random } from './random.ts';
import { type TokenServices, tokenHost, tokenServices } from './token-services.ts';

/** A request by what it asks for, and what came back; `delivered` when the client could read it. */
export interface FakeAwsRequest {
  readonly sentAt: number;
  /** When it arrived. */
  readonly at: number;
  readonly operation: string;
  readonly account: string;
  readonly accessKeyId?: string | undefined;
  readonly region: string;
  readonly params: Readonly<Record<string, string>>;
  readonly dryRun: boolean;
  readonly injected: InjectedOutcome;
  /** Whether the service itself accepted the request, also if its response was lost. */
  readonly outcome: string;
  readonly delivered: { readonly at: number; readonly body: string } | undefined;
  /** The operations of the account and Region that were in flight when it was sent. */
  readonly alongside: readonly string[];
}

/** Whether a request is an associate call and not a dry run. */
export function isAssociateCall({ operation, dryRun }: FakeAwsRequest): boolean {
  return operation === 'AssociateIpamByoasn' && !dryRun;
}

/** Whether a request is to advertise or to withdraw, or a dry run of that. */
export function isRouteCall({ operation }: Pick<FakeAwsRequest, 'operation'>): boolean {
  return operation === 'AdvertiseByoipCidr' || operation === 'WithdrawByoipCidr';
}

/** Whether EC2 accepted a request to associate a pair, also if its response was lost. */
export function isAcceptance(request: FakeAwsRequest, asn: string, cidr: string): boolean {
  const { outcome, params } = request;
  return isAssociateCall(request) && outcome === 'ok' && params.Asn === asn && params.Cidr === cidr;
}

/** Options of a fake AWS beyond what every run needs. */
interface FakeAwsOptions {
  /** What the sessions of roles may do; what associating needs if left out. */
  readonly actions?: AllowedActions;
  /** A service on other hosts. */
  readonly beside?: { readonly hosts: readonly string[]; readonly service: Service };
  /** Called just before a request is carried out. */
  readonly onArrival?: (request: Pick<FakeAwsRequest, 'operation' | 'dryRun'>) => void;
}

/** AWS and GitHub's ID token service in memory: pure state machines behind a transport. */
export interface FakeAws extends Ec2State {
  readonly transport: Transport;
  readonly idToken: { readonly url: string; readonly token: string };
  readonly requests: readonly FakeAwsRequest[];
  readonly changes: readonly ChangeRecord[];
  /** Sets what is injected into requests from now on. */
  inject(injectFault: InjectFault): void;
  readonly openKeys: TokenServices['openKeys'];
  /** Ends all sessions that were given so far. */
  expireSessions(): void;
  /** Drops the requests so far, for runs so long that they would fill the memory. */
  forget(): void;
  secrets(): readonly string[];
  /** Access key, secret key and session token. */
  secretsOf(accessKeyId: string): readonly string[];
}

/** A fake AWS without accounts, CIDRs and faults; `sessionSeconds` is how long a session lives. */
export function simulatedAws(
  clock: SimulatedClock,
  random: Random,
  sessionSeconds: number,
  { actions, beside, onArrival = () => {} }: FakeAwsOptions = {},
): FakeAws {
  const now = () => epoch + clock.now();
  const credentials = createCredentials();
  const requestLog = createRequestLog();
  const { service, ...ec2 } = createEc2(credentials, { now, requestLog });
  const services = tokenServices(credentials, now, random, sessionSeconds, actions);
  const requests: FakeAwsRequest[] = [];
  const inFlight = new Set<Pick<FakeAwsRequest, 'operation' | 'account' | 'region'>>();
  let injectFault: InjectFault = () => ({ kind: 'answered' });

  const serviceOf = ({ url }: Received) =>
    beside?.hosts.includes(url.hostname) ? beside.service : service;
  const attempt = async (received: Received): Promise<{ reply: Reply; outcome: string }> => {
    const asked = serviceOf(received);
    try {
      const reply =
        (asked === service ? services.answer(received) : undefined) ??
        (await asked.perform(received));
      return { reply, outcome: 'ok' };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return { reply: asked.error(error), outcome: error.code };
    }
  };

  /** Which account and Region a request is for, and what it asks. */
  const describe = (received: Received) => {
    if (received.url.hostname === tokenHost) {
      return { operation: 'token', params: {}, dryRun: false, account: '', region: '' };
    }
    const asked = serviceOf(received);
    if (asked !== service) return { ...asked.call(received), account: '', region: '' };
    const call = queryCall(received);
    const [, region = ''] = received.url.hostname.split('.');
    const signer = credentials.find(call.accessKeyId ?? '');
    return { ...call, region, account: signer?.account ?? '' };
  };

  const handle = async (request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> => {
    const received = receivedOf(request);
    const described = describe(received);
    const { account, region } = described;
    const together = [...inFlight].filter(
      (other) => other.account === account && other.region === region,
    );
    const sentAt = clock.now();
    const what = { ...described, sentAt, alongside: together.map(({ operation }) => operation) };
    inFlight.add(described);
    return answer(received, what, signal).finally(() => inFlight.delete(described));
  };

  const answer = async (
    received: Received,
    what: ReturnType<typeof describe> & Pick<FakeAwsRequest, 'sentAt' | 'alongside'>,
    signal: AbortSignal,
  ): Promise<HttpResponse> => {
    const dryRun = what.dryRun ? ' DryRun' : '';
    const injected = injectFault(
      `${what.operation}${dryRun} ${what.account} ${what.region}${subjectOf(what)}`,
    );
    const unasked = (error: unknown) => {
      const outcome = 'not carried out';
      requests.push({ at: what.sentAt, ...what, injected, outcome, delivered: undefined });
      throw error;
    };
    await delayFor(clock, random.integer(1, 150), signal).catch(unasked);
    const at = clock.now();
    if (injected.kind !== 'unsent') onArrival(what);
    const { reply, outcome } = isCarriedOut(injected)
      ? await attempt(received)
      : { reply: undefined, outcome: 'not carried out' };
    const note = (body?: string) => {
      const delivered = body === undefined ? undefined : { at: clock.now(), body };
      requests.push({ at, ...what, injected, outcome, delivered });
    };
    if (injected.kind === 'silent') {
      note();
      return new Promise((_, reject) => onAbort(signal, reject));
    }
    await delayFor(clock, random.integer(1, 150), signal).catch((error: unknown) => {
      note();
      throw error;
    });
    switch (injected.kind) {
      case 'unsent':
      case 'broken':
        note();
        throw Object.assign(new Error(`${injected.kind} ${injected.code}`), {
          code: injected.code,
        });
      case 'replaced': {
        note();
        const error = new ServiceError(
          injected.status,
          injected.code,
          'A fault of the simulation.',
        );
        const replaced =
          injected.code === ''
            ? { ...page, status: injected.status }
            : serviceOf(received).error(error);
        return response(replaced, now() + injected.dateOffMs);
      }
      case 'mangled':
        note();
        return response({ ...(reply ?? page), body: halfOf(reply, injected.part) }, now());
      case 'answered':
        note(reply?.body);
        return response(reply ?? page, now());
    }
  };

  return {
    ...ec2,
    idToken: services.idTokenEndpoint,
    requests,
    changes: requestLog.changes,
    transport: wrapHandler({
      handle: async (request, { abortSignal } = {}) => {
        const signal =
          abortSignal instanceof AbortSignal ? abortSignal : new AbortController().signal;
        return { response: await handle(request, signal) };
      },
      updateHttpClientConfig: () => {},
      httpHandlerConfigs: () => ({}),
    }),
    inject: (next) => {
      injectFault = next;
    },
    openKeys: services.openKeys,
    expireSessions: services.expireSessions,
    forget: () => void requests.splice(0),
    secrets: () => [...credentials.secrets(), ...services.tokens()],
    secretsOf: (accessKeyId) => {
      const { secretAccessKey, sessionToken } = credentials.find(accessKeyId) ?? {};
      return [accessKeyId, secretAccessKey, sessionToken].filter((text) => text !== undefined);
    },
  };
}

/** What a request is about, where faults of others do not count: a pair, a route or a prefix. */
function subjectOf({ operation, params }: Pick<FakeAwsRequest, 'operation' | 'params'>): string {
  const { Cidr: cidr, Asn: asn = '' } = params;
  if (cidr !== undefined) return ` ${cidr} ${asn}`;
  return operation.startsWith('Describe') ? '' : ` ${params.prefix ?? params.resource ?? ''}`;
}

function isCarriedOut(injected: InjectedOutcome): boolean {
  return (
    injected.kind === 'answered' ||
    injected.kind === 'mangled' ||
    ('carriedOut' in injected && injected.carriedOut)
  );
}

const page: Reply = {
  status: 502,
  contentType: 'text/html',
  body: '<html><body>Something on the way</body></html>',
};

function halfOf(reply: Reply | undefined, part: 'none' | 'half'): string {
  return part === 'none' || !reply ? '' : reply.body.slice(0, Math.ceil(reply.body.length / 2));
}

function response({ status, contentType, headers = {}, body }: Reply, at: number): HttpResponse {
  return new HttpResponse({
    statusCode: status,
    headers: { 'content-type': contentType, date: new Date(at).toUTCString(), ...headers },
    body: Readable.from([Buffer.from(body)]),
  });
}

/** Time on the way, unless the client gives up. */
function delayFor(clock: SimulatedClock, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    onAbort(signal, reject);
    clock.after(milliseconds, resolve);
  });
}

function onAbort(signal: AbortSignal, reject: (reason: unknown) => void): void {
  const abort = () => reject(Object.assign(new Error('aborted'), { name: 'AbortError' }));
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
}
