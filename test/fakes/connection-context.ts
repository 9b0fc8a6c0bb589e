import type { ConnectionContext } from '../../src/aws/connection-context.ts';
import type { IdTokenRequest } from '../../src/domain/github-run.ts';
import type { Role } from '../../src/domain/role.ts';
import { collectSecrets } from '../../src/lib/secrets.ts';
import { type VirtualContext, virtualContext } from './retry-context.ts';

/** What connecting needs, in virtual time, with the secrets that are masked. */
export interface VirtualConnectionContext extends ConnectionContext, VirtualContext {
  readonly masked: readonly string[];
}

/** The runner's ID token endpoint, as GitHub names it. */
export const idTokenEndpoint: IdTokenRequest = {
  url: 'https://vstoken.example/42/idtoken?api-version=2.0',
  token: 'example-request-token',
};

/** The role of the account 111122223333. */
export const role: Role = {
  arn: 'arn:aws:iam::111122223333:role/byoasn-apply',
  via: [],
  source: 'id-token',
  audience: 'sts.amazonaws.com',
  sessionName: 'byoasn-1234-1',
  durationSeconds: 1_800,
  externalId: undefined,
};

/** The context of a job of the repository that may have ID tokens, with a deadline; `facts` replace parts of it. */
export function connectionContext(
  facts: Partial<ConnectionContext> = {},
  seconds = 900,
): VirtualConnectionContext {
  const masked: string[] = [];
  return {
    ...virtualContext(seconds),
    env: { GITHUB_RUN_ID: '1234' },
    github: { trigger: 'repository', idToken: idTokenEndpoint },
    cancelled: new AbortController().signal,
    mask: collectSecrets((secret) => masked.push(secret)).mask,
    masked,
    ...facts,
  };
}
