import { Readable } from 'node:stream';
import { EC2Client } from '@aws-sdk/client-ec2';
import { type HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { wrapHandler } from '../../src/aws/transport.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { createCredentials } from './credentials.ts';
import { createEc2, type Ec2State } from './ec2.ts';
import type { Ec2Behaviour } from './ec2-behaviour.ts';
import type { Byoasn, CidrFixture, Ipam } from './ipam.ts';
import { brokenBy, type Reply } from './memory-transport.ts';
import { queryCall } from './query.ts';
import { receivedOf } from './received.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';
import type { Received } from './server.ts';
import { ServiceError } from './service-error.ts';

/**
 * What happens to a request: `unsent` and `lost` break the connection before and after EC2 carried it
 * out; a reply comes in place of EC2's, which carries nothing out.
 */
export type MemoryFault = 'none' | 'unsent' | 'lost' | Reply;

/** What EC2 in memory has, and how it deviates from the ideal. */
export interface MemoryOptions {
  readonly cidrs?: readonly CidrFixture[];
  readonly asns?: readonly Byoasn[];
  readonly behaviour?: Partial<Ec2Behaviour>;
  /** Of the first requests of each operation, in order. */
  readonly faults?: Readonly<Record<string, readonly MemoryFault[]>>;
  /** Latency of a request and of its response, each, in milliseconds. */
  readonly delayMs?: number;
  /** Called when EC2 has received a request, to act as another actor. */
  readonly onRequest?: (operation: string, ipam: Ipam) => void;
}

/** The SDK's client on EC2 in memory, for the account 111122223333. */
export interface MemoryClient extends Ec2State {
  /** A client of us-west-2, without retries. */
  readonly client: EC2Client;
  clientIn(region: string): EC2Client;
  /** The state of us-west-2. */
  readonly memory: Ipam;
  /** Times are those of the clock. */
  readonly requestLog: RequestLog;
}

const [account, home] = ['111122223333', 'us-west-2'];
const keys = { accessKeyId: 'AKIAEXAMPLE000000001', secretAccessKey: 'example-secret' };

/** EC2 in memory on a clock, with the limits of EC2 as they are documented. */
export function memoryClient(clock: Clock, options: MemoryOptions = {}): MemoryClient {
  const { cidrs = [], asns = [], behaviour = {}, delayMs = 0, onRequest } = options;
  const credentials = createCredentials();
  const userId = 'AIDAEXAMPLE000000001';
  credentials.add({ ...keys, account, arn: '', userId, actions: 'all' });
  const epoch = clock.wallTime() - clock.now();
  const log = createRequestLog();
  const requestLog: RequestLog = {
    ...log,
    recordChange: (change) => log.recordChange({ ...change, at: change.at - epoch }),
  };
  const now = () => epoch + clock.now();
  const { service, ...state } = createEc2(credentials, { now, requestLog });
  state.behave(behaviour);
  const memory = state.ipam(account, home);
  for (const cidr of cidrs) memory.setCidr(cidr);
  for (const asn of asns) memory.setAsn(asn);
  const left = new Map(Object.entries(options.faults ?? {}).map(([name, all]) => [name, [...all]]));

  const perform = async (received: Received) => {
    try {
      return { reply: await service.perform(received), outcome: 'ok' };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return { reply: service.error(error), outcome: error.code };
    }
  };
  const handle = async (request: HttpRequest) => {
    const received = receivedOf(request);
    const call = queryCall(received);
    await clock.sleep(delayMs);
    const fault = left.get(call.operation)?.shift() ?? 'none';
    const at = clock.now();
    const record = (outcome: string) =>
      requestLog.recordRequest({ service: 'ec2', ...call, at, outcome });
    if (fault === 'unsent') {
      record(fault);
      throw brokenBy('ECONNREFUSED');
    }
    onRequest?.(call.operation, memory);
    const { reply, outcome } =
      typeof fault === 'string' ? await perform(received) : { reply: fault, outcome: 'replaced' };
    record(fault === 'lost' ? fault : outcome);
    await clock.sleep(delayMs);
    if (fault === 'lost') throw brokenBy('ECONNRESET');
    return { response: responseOf(reply) };
  };
  const clientIn = (region: string) => {
    const client = new EC2Client({
      region,
      credentials: keys,
      maxAttempts: 1,
      requestHandler: wrapHandler({
        handle,
        updateHttpClientConfig: () => {},
        httpHandlerConfigs: () => ({}),
      }),
    });
    client.middlewareStack.add(
      (next) => (args) => {
        client.config.systemClockOffset = now() - Date.now();
        return next(args);
      },
      { step: 'initialize' },
    );
    return client;
  };
  return { ...state, client: clientIn(home), clientIn, memory, requestLog };
}

function responseOf({ status, headers = {}, body }: Pick<Reply, 'status' | 'headers' | 'body'>) {
  return new HttpResponse({
    statusCode: status,
    headers: { 'content-type': 'text/xml;charset=UTF-8', ...headers },
    body: Readable.from([Buffer.from(body)]),
  });
}
