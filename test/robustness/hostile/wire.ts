import { Readable } from 'node:stream';
import { type HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { wrapHandler } from '../../../src/aws/transport.ts';
import type { Clock } from '../../../src/lib/clock.ts';
import { document, type Element, element } from '../../fakes/xml.ts';

/** A request as the action sent it. */
export interface WireRequest {
  readonly service: 'ec2' | 'sts' | 'oidc' | 'ripestat';
  /** The operation, for RIPEstat the data call, empty for the ID token endpoint. */
  readonly action: string;
  readonly params: URLSearchParams;
}

/** A response from any sender; an Error is a connection that broke. */
export interface WireResponse {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Responds to a request, the nth of its operation, counted from 0. */
export type Responder = (request: WireRequest, nth: number) => WireResponse | Error;

/** Everything that went over a wire, in order. */
export interface Exchange {
  readonly request: WireRequest;
  readonly answer: WireResponse | Error;
}

const answerMs = 40;

/** A network without sockets. Every response takes a moment of the clock's time. */
export function openWire(responder: Responder, clock: Clock) {
  const exchanges: Exchange[] = [];
  const inFlight = new Set<Exchange>();
  const transport = wrapHandler({
    handle: async (sent, { abortSignal } = {}) => {
      // Like the SDK's handler: a request without time left is not sent.
      if (abortSignal?.aborted) throw new DOMException('Request aborted', 'AbortError');
      const request = readRequest(sent);
      const before = exchanges.filter((exchange) => exchange.request.action === request.action);
      const answer = responder(request, before.length);
      const exchange = { request, answer };
      exchanges.push(exchange);
      inFlight.add(exchange);
      await clock.sleep(answerMs);
      inFlight.delete(exchange);
      if (answer instanceof Error) throw answer;
      const { status: statusCode = 200, headers = {} } = answer;
      const body = Readable.from([Buffer.from(answer.body)]);
      return { response: new HttpResponse({ statusCode, headers: { ...headers }, body }) };
    },
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
  });
  return { transport, exchanges, inFlight };
}

function readRequest({ hostname, path, query, body }: HttpRequest): WireRequest {
  const service = serviceOf(hostname);
  if (service === 'ripestat') {
    const [, action = ''] = /^\/data\/([a-z-]+)\/data\.json$/.exec(path) ?? [];
    return { service, action, params: new URLSearchParams({ resource: String(query.resource) }) };
  }
  const params = new URLSearchParams(typeof body === 'string' ? body : '');
  return { service, action: params.get('Action') ?? '', params };
}

function serviceOf(hostname: string): WireRequest['service'] {
  if (hostname === 'stat.ripe.net') return 'ripestat';
  if (hostname.startsWith('ec2.')) return 'ec2';
  return hostname.startsWith('sts.') ? 'sts' : 'oidc';
}

/** A CIDR as DescribeByoipCidrs may list it; undefined fields have no element. */
export interface ListedCidr {
  readonly cidr?: string | undefined;
  readonly state?: string | undefined;
  readonly statusMessage?: string | undefined;
  readonly networkBorderGroup?: string | undefined;
  readonly advertisementType?: string | undefined;
  readonly associations?: readonly ListedAsn[];
}

/** An ASN as a CIDR or IPAM may list it. */
export interface ListedAsn {
  readonly asn?: string | undefined;
  readonly cidr?: string | undefined;
  readonly state?: string | undefined;
  readonly statusMessage?: string | undefined;
}

const namespace = 'http://ec2.amazonaws.com/doc/2016-11-15/';

/** The response to DescribeByoipCidrs. */
export function cidrsXml(listed: readonly ListedCidr[], nextToken?: string): string {
  const items = listed.map((cidr) => element('item', cidrXml(cidr)));
  return ec2Xml('DescribeByoipCidrs', [
    element('byoipCidrSet', items),
    element('nextToken', nextToken),
  ]);
}

/** The response to DescribeIpamByoasn. */
export function asnsXml(listed: readonly ListedAsn[], nextToken?: string): string {
  const items = listed.map((asn) => element('item', asnXml(asn)));
  return ec2Xml('DescribeIpamByoasn', [
    element('byoasnSet', items),
    element('nextToken', nextToken),
  ]);
}

/** The response to AssociateIpamByoasn. */
export function acceptanceXml(association: ListedAsn): string {
  return ec2Xml('AssociateIpamByoasn', [element('asnAssociation', asnXml(association))]);
}

/** The response to AdvertiseByoipCidr or WithdrawByoipCidr. */
export function routeXml(operation: string, cidr: ListedCidr): string {
  return ec2Xml(operation, [element('byoipCidr', cidrXml(cidr))]);
}

/** A resource discovery of an IPAM as it may be listed. */
export interface ListedDiscovery {
  readonly id?: string | undefined;
  readonly owner?: string | undefined;
  readonly isDefault?: string | undefined;
}

/** The response to DescribeIpamResourceDiscoveries. */
export function discoveriesXml(listed: readonly ListedDiscovery[], nextToken?: string): string {
  const items = listed.map(({ id, owner, isDefault }) =>
    element('item', [
      element('ownerId', owner),
      element('ipamResourceDiscoveryId', id),
      element('isDefault', isDefault),
    ]),
  );
  return ec2Xml('DescribeIpamResourceDiscoveries', [
    element('ipamResourceDiscoverySet', items),
    element('nextToken', nextToken),
  ]);
}

/** A route as a resource discovery may have found it. */
export interface ListedRoute {
  readonly cidr?: string | undefined;
  readonly asn?: string | undefined;
  readonly state?: string | undefined;
  readonly sampleTime?: string | undefined;
}

/** The response to GetIpamDiscoveredRoutes. */
export function discoveredRoutesXml(listed: readonly ListedRoute[], nextToken?: string): string {
  const items = listed.map(({ cidr, asn, state, sampleTime }) =>
    element('item', [
      element('cidr', cidr),
      element('asn', asn),
      element('state', state),
      element('sampleTime', sampleTime),
    ]),
  );
  return ec2Xml('GetIpamDiscoveredRoutes', [
    element('ipamDiscoveredRouteSet', items),
    element('nextToken', nextToken),
  ]);
}

/** An error response from EC2. */
export function ec2Error(
  status: number,
  code: string,
  message: string,
  requestId = 'r-0',
): WireResponse {
  const error = element('Error', [element('Code', code), element('Message', message)]);
  const body = document('Response', undefined, [
    element('Errors', error),
    element('RequestID', requestId),
  ]);
  return { status, body };
}

/** An error response from STS. */
export function stsError(status: number, code: string, message: string): WireResponse {
  const error = element('Error', [
    element('Type', 'Sender'),
    element('Code', code),
    element('Message', message),
  ]);
  return { status, body: stsXml('ErrorResponse', [error, element('RequestId', 'r-0')]) };
}

/** The response to AssumeRoleWithWebIdentity, or to another call that opens a session. */
export function sessionXml(
  accessKeyId = 'ASIAHOSTILE000000000',
  operation = 'AssumeRoleWithWebIdentity',
): string {
  return stsXml(`${operation}Response`, [
    element(`${operation}Result`, [
      element('Credentials', [
        element('AccessKeyId', accessKeyId),
        element('SecretAccessKey', 'hostile-test-secret-access-key'),
        element('SessionToken', 'hostile-test-session-token'),
        element('Expiration', new Date(Date.now() + 3_600_000).toISOString()),
      ]),
    ]),
  ]);
}

/** The response to GetCallerIdentity. */
export function identityXml(account: string | undefined): string {
  return stsXml('GetCallerIdentityResponse', [
    element('GetCallerIdentityResult', [element('Account', account)]),
  ]);
}

function ec2Xml(action: string, content: readonly Element[]): string {
  return document(`${action}Response`, namespace, [element('requestId', 'r-0'), ...content]);
}

function stsXml(root: string, content: readonly Element[]): string {
  return document(root, 'https://sts.amazonaws.com/doc/2011-06-15/', content);
}

function cidrXml(listed: ListedCidr): Element[] {
  const { cidr, state, statusMessage, networkBorderGroup, advertisementType } = listed;
  return [
    element('cidr', cidr),
    element(
      'asnAssociationSet',
      listed.associations?.map((association) => element('item', asnXml(association))),
    ),
    element('statusMessage', statusMessage),
    element('state', state),
    element('networkBorderGroup', networkBorderGroup),
    element('advertisementType', advertisementType),
  ];
}

function asnXml({ asn, cidr, state, statusMessage }: ListedAsn): Element[] {
  return [
    element('asn', asn),
    element('cidr', cidr),
    element('statusMessage', statusMessage),
    element('state', state),
  ];
}
