import type { AllowedActions, Credential, CredentialStore } from '../../fakes/credentials.ts';
import { queryCall } from '../../fakes/query.ts';
import type { Call, Received, Reply } from '../../fakes/server.ts';
import { ServiceError } from '../../fakes/service-error.ts';
import { assumedXml, openSession, sessionXml } from '../../fakes/session.ts';
import { verify } from '../../fakes/signature.ts';
import { document, element } from '../../fakes/xml.ts';
import type { Random } from './random.ts';

/** GitHub's token service and STS in memory: no token is signed, and each is good for any role. */
export interface TokenServices {
  /** The runner's ID token endpoint. */
  readonly idTokenEndpoint: { readonly url: string; readonly token: string };
  /** The response to a request for a token, a session or the caller; undefined for others. Any session may assume any role. */
  answer(received: Received): Reply | undefined;
  /** Keys of an account that no token was given for. */
  openKeys(account: string, expiresAt: number): Credential;
  /** Ends all sessions that were given so far. */
  expireSessions(): void;
  /** The tokens that were given, and the token of the request. */
  tokens(): readonly string[];
}

/** The host of the token service. */
export const tokenHost = 'token.actions.githubusercontent.com';

/** What a role of the action for associations may do. */
const associating: AllowedActions = [
  'ec2:DescribeByoipCidrs',
  'ec2:DescribeIpamByoasn',
  'ec2:AssociateIpamByoasn',
];

/** Services whose sessions live so long, may do `actions`, and are put into the store. */
export function tokenServices(
  credentials: CredentialStore,
  now: () => number,
  random: Random,
  sessionSeconds: number,
  actions = associating,
): TokenServices {
  const idTokenEndpoint = {
    url: `https://${tokenHost}/token?api-version=2.0`,
    token: secret(random),
  };
  const tokens: string[] = [];
  const sessions: string[] = [];

  const issueToken = (): Reply => {
    const claims = Buffer.from(JSON.stringify({ sub: 'repo:octo-org/prefixes:environment:prod' }));
    const value = `${secret(random)}.${claims.toString('base64url')}.${secret(random)}`;
    tokens.push(value);
    return { status: 200, contentType: 'application/json', body: JSON.stringify({ value }) };
  };
  const open = ({ RoleArn: arn = '' }: Call['params']) => {
    const account = arn.split(':')[4] ?? '';
    const role = { arn, subjects: [], maxSessionSeconds: 3600, actions };
    const session = openSession(role, account, 'byoasn', now() + sessionSeconds * 1000);
    credentials.add(session);
    sessions.push(session.accessKeyId);
    return session;
  };
  const assumeRoleWithWebIdentity = ({ params }: Call): Reply => {
    if (!tokens.includes(params.WebIdentityToken ?? '')) {
      throw new ServiceError(400, 'InvalidIdentityToken', 'No such token.');
    }
    const identity = { subject: '', audience: '', issuer: `https://${tokenHost}`, claims: {} };
    return sts('AssumeRoleWithWebIdentity', sessionXml(open(params), identity));
  };
  const signerOf = (received: Received): Credential => {
    const signer = verify(received, 'sts', credentials, now());
    if (signer.verdict === 'skewed') {
      throw new ServiceError(
        403,
        'SignatureDoesNotMatch',
        'Signature not yet current, or expired.',
      );
    }
    if (signer.verdict !== 'ok') throw new ServiceError(403, 'ExpiredToken', 'It has expired.');
    return signer.credential;
  };
  const signed = (received: Received, { operation, params }: Call): Reply | undefined => {
    if (operation === 'GetCallerIdentity') {
      return sts(operation, [element('Account', signerOf(received).account)]);
    }
    if (operation !== 'AssumeRole') return undefined;
    signerOf(received);
    return sts(operation, assumedXml(open(params)));
  };

  return {
    idTokenEndpoint,
    answer: (received) => {
      if (received.url.hostname === tokenHost) return issueToken();
      const call = queryCall(received);
      return call.operation === 'AssumeRoleWithWebIdentity'
        ? assumeRoleWithWebIdentity(call)
        : signed(received, call);
    },
    openKeys: (account, expiresAt) => {
      const arn = `arn:aws:iam::${account}:role/chain`;
      const role = { arn, subjects: [], maxSessionSeconds: 3600, actions };
      const keys = openSession(role, account, 'byoasn', expiresAt);
      credentials.add(keys);
      return keys;
    },
    expireSessions: () => {
      for (const accessKeyId of sessions) credentials.expire(accessKeyId);
    },
    tokens: () => [...tokens, idTokenEndpoint.token],
  };
}

function sts(operation: string, result: Parameters<typeof element>[1]): Reply {
  const content = element(`${operation}Result`, result);
  const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';
  const body = document(`${operation}Response`, namespace, content);
  return { status: 200, contentType: 'text/xml', body };
}

function secret(random: Random): string {
  return Array.from({ length: 8 }, () => random.next().toString(36).slice(2, 8)).join('');
}
