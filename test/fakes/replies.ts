import type { Reply } from './memory-transport.ts';
import { document, type Element, element } from './xml.ts';

const [ec2, sts] = [
  'http://ec2.amazonaws.com/doc/2016-11-15/',
  'https://sts.amazonaws.com/doc/2011-06-15/',
];

/** The ID of every request that gets a response. */
export const requestId = 'req-1';

/** EC2's response to an operation. */
export function ec2Reply(operation: string, content: readonly Element[]): Reply {
  return xml(200, document(`${operation}Response`, ec2, [id('requestId'), ...content]));
}

/** EC2's error for an operation. */
export function ec2Error(status: number, code: string, message: string): Reply {
  const errors = element('Errors', element('Error', texts({ Code: code, Message: message })));
  return xml(status, document('Response', undefined, [errors, id('RequestID')]));
}

/** EC2's response to AssociateIpamByoasn: the association as it is from now on. */
export function associatedReply(facts: Readonly<Record<string, string>> = {}): Reply {
  const association = { asn: '64500', cidr: '198.51.100.0/24', state: 'pending-association' };
  return ec2Reply('AssociateIpamByoasn', [
    element('asnAssociation', texts({ ...association, ...facts })),
  ]);
}

/** EC2's response to a call that changes a route: by default the state from before it. */
export function routeReply(
  operation: 'AdvertiseByoipCidr' | 'WithdrawByoipCidr',
  facts: Readonly<Record<string, string>> = {},
): Reply {
  const cidr = { cidr: '198.51.100.0/24', state: 'provisioned' };
  return ec2Reply(operation, [element('byoipCidr', texts({ ...cidr, ...facts }))]);
}

/** A page of DescribeByoipCidrs with only 198.51.100.0/24, whose association with AS64500 is in a state. */
export function cidrsReply(state = 'absent'): Reply {
  const association = texts({ asn: '64500', cidr: '198.51.100.0/24', state });
  const associations = state === 'absent' ? [] : [element('item', association)];
  return setReply('DescribeByoipCidrs', 'byoipCidrSet', [
    ...texts({ cidr: '198.51.100.0/24', state: 'provisioned', advertisementType: 'unicast' }),
    element('asnAssociationSet', associations),
  ]);
}

/** A page of DescribeIpamByoasn with only AS64500. */
export function asnsReply(state = 'provisioned'): Reply {
  return setReply('DescribeIpamByoasn', 'byoasnSet', texts({ asn: '64500', state }));
}

function setReply(operation: string, set: string, item: readonly Element[]): Reply {
  return ec2Reply(operation, [element(set, element('item', item))]);
}

/** EC2's response to a DryRun that it would permit. */
export function permittedReply(): Reply {
  return ec2Error(412, 'DryRunOperation', 'Request would have succeeded, but DryRun flag is set.');
}

/** STS's response to an operation. */
export function stsReply(operation: string, result: readonly Element[]): Reply {
  const metadata = element('ResponseMetadata', id('RequestId'));
  const content = [element(`${operation}Result`, result), metadata];
  return xml(200, document(`${operation}Response`, sts, content));
}

/** STS's error for an operation. */
export function stsError(status: number, code: string, message: string): Reply {
  const error = element('Error', texts({ Type: 'Sender', Code: code, Message: message }));
  return xml(status, document('ErrorResponse', sts, [error, id('RequestId')]));
}

/** The secrets of a session that STS gives. */
export const session = {
  AccessKeyId: 'ASIAEXAMPLEKEY000001',
  SecretAccessKey: 'example-secret-of-the-session',
  SessionToken: 'example-session-token',
} as const;

/** STS's response to AssumeRoleWithWebIdentity: a session of this many seconds. */
export function sessionReply(seconds = 3_600, facts: Readonly<Record<string, string>> = {}): Reply {
  const Expiration = new Date(Date.now() + seconds * 1000).toISOString();
  const credentials = element('Credentials', texts({ ...session, Expiration, ...facts }));
  return stsReply('AssumeRoleWithWebIdentity', [credentials]);
}

/** STS's response to AssumeRole. */
export function assumedReply(seconds = 3_600, facts: Readonly<Record<string, string>> = {}): Reply {
  const { body, ...reply } = sessionReply(seconds, facts);
  return { ...reply, body: body.replaceAll('AssumeRoleWithWebIdentity', 'AssumeRole') };
}

/** STS's response to GetCallerIdentity. */
export function callerReply(account: string, arn = ''): Reply {
  const facts = { Account: account, Arn: arn, UserId: 'AROAEXAMPLE:run' };
  return stsReply('GetCallerIdentity', texts(facts));
}

/** The response of the runner's ID token endpoint. */
export function tokenReply(token: string): Reply {
  return { status: 200, body: JSON.stringify({ count: token.length, value: token }) };
}

/** An ID token with claims, without a valid signature, which nothing here verifies. */
export function idToken(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.signature`;
}

function xml(status: number, body: string): Reply {
  return { status, body, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId } };
}

function id(name: string): Element {
  return element(name, requestId);
}

/** Empty texts give no element, as a fact that AWS leaves out. */
function texts(facts: Readonly<Record<string, string>>): Element[] {
  return Object.entries(facts).map(([name, text]) => element(name, text || undefined));
}
