import { randomBytes } from 'node:crypto';
import type { Credential } from './credentials.ts';
import type { Role } from './sts.ts';
import type { WebIdentity } from './web-identity.ts';
import type { Element } from './xml.ts';
import { element } from './xml.ts';

/** The session of an assumed role; its credential always expires. */
export interface Session extends Credential {
  readonly sessionToken: string;
  readonly expiresAt: number;
  readonly roleArn: string;
}

/** A new session of the role with random keys, until `expiresAt` in milliseconds. */
export function openSession(role: Role, account: string, name: string, expiresAt: number): Session {
  const roleName = role.arn.slice(role.arn.lastIndexOf('/') + 1);
  return {
    accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64'),
    sessionToken: randomBytes(192).toString('base64'),
    account,
    arn: `arn:aws:sts::${account}:assumed-role/${roleName}/${name}`,
    userId: `AROAFAKEROLE00000000:${name}`,
    expiresAt,
    roleArn: role.arn,
    actions: role.actions,
  };
}

/** The result of AssumeRoleWithWebIdentity. */
export function sessionXml(session: Session, identity: WebIdentity): Element[] {
  return [
    element('SubjectFromWebIdentityToken', identity.subject),
    element('Audience', identity.audience),
    ...assumedXml(session),
    element('Provider', identity.issuer),
  ];
}

/** The result of AssumeRole. */
export function assumedXml(session: Session): Element[] {
  return [
    element('AssumedRoleUser', [
      element('AssumedRoleId', session.userId),
      element('Arn', session.arn),
    ]),
    element('Credentials', [
      element('AccessKeyId', session.accessKeyId),
      element('SecretAccessKey', session.secretAccessKey),
      element('SessionToken', session.sessionToken),
      element('Expiration', new Date(session.expiresAt).toISOString()),
    ]),
  ];
}
