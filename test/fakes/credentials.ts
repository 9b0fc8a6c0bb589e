/** An IAM action that is allowed where the condition key `ec2:Region` has one of these values. */
export interface RegionalAction {
  readonly action: string;
  readonly regions: readonly string[];
}

/** An IAM action that is allowed on these resources. */
export interface ResourceAction {
  readonly action: string;
  readonly resources: readonly string[];
}

/** The IAM actions that a principal may use, written as in a policy: `ec2:AssociateIpamByoasn`. */
export type AllowedActions = 'all' | readonly (string | RegionalAction | ResourceAction)[];

/** An access key that the fake servers know; `expiresAt` is in milliseconds of the fake servers' clock. */
export interface Credential {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly account: string;
  readonly arn: string;
  readonly userId: string;
  readonly expiresAt?: number;
  readonly actions: AllowedActions;
  /** The role of a session, with the path, which the ARN of the session lacks. */
  readonly roleArn?: string;
  /** What a session policy allows, if the session has one. */
  readonly sessionActions?: AllowedActions;
}

/** What a request asks for. */
export interface Asked {
  readonly action: string;
  readonly region?: string;
  readonly resource?: string;
}

/** The access keys that EC2 and STS accept. */
export interface CredentialStore {
  add(credential: Credential): void;
  find(accessKeyId: string): Credential | undefined;
  allow(accessKeyId: string, actions: AllowedActions): void;
  expire(accessKeyId: string): void;
  remove(accessKeyId: string): void;
  /** Every access key, secret key and session token that was ever added. */
  secrets(): string[];
}

/** An empty store of access keys. */
export function createCredentials(): CredentialStore {
  const known = new Map<string, Credential>();
  const secrets: string[] = [];
  const change = (accessKeyId: string, changes: Partial<Credential>) => {
    const credential = known.get(accessKeyId);
    if (credential === undefined) throw new Error(`no credential ${accessKeyId}`);
    known.set(accessKeyId, { ...credential, ...changes });
  };
  return {
    add(credential) {
      known.set(credential.accessKeyId, credential);
      secrets.push(credential.accessKeyId, credential.secretAccessKey);
      if (credential.sessionToken !== undefined) secrets.push(credential.sessionToken);
    },
    find: (accessKeyId) => known.get(accessKeyId),
    allow: (accessKeyId, actions) => change(accessKeyId, { actions }),
    expire: (accessKeyId) => change(accessKeyId, { expiresAt: Number.NEGATIVE_INFINITY }),
    remove: (accessKeyId) => void known.delete(accessKeyId),
    secrets: () => [...secrets],
  };
}

/** The type of the policies that do not allow a request; undefined if all allow it. */
export function denyingPolicy(
  { actions, sessionActions = 'all' }: Credential,
  asked: Asked,
): 'identity-based' | 'session' | undefined {
  if (!allows(actions, asked)) return 'identity-based';
  return allows(sessionActions, asked) ? undefined : 'session';
}

function allows(actions: AllowedActions, { action, region = '', resource = '' }: Asked): boolean {
  if (actions === 'all') return true;
  return actions.some((allowed) => {
    if (typeof allowed === 'string') return allowed === action;
    const covers =
      'regions' in allowed
        ? allowed.regions.includes(region)
        : allowed.resources.includes(resource);
    return allowed.action === action && covers;
  });
}
