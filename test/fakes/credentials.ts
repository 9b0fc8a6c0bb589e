/** An IAM action that is allowed where the condition key `ec2:Region` has one of these values. */
export interface RegionalAction {
  readonly action: string;
  readonly regions: readonly string[];
}

/** The IAM actions that a principal may use, written as in a policy: `ec2:AssociateIpamByoasn`. */
export type AllowedActions = 'all' | readonly (string | RegionalAction)[];

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

/** Whether the credential's policy allows the IAM action in the Region. */
export function allows({ actions }: Credential, action: string, region: string): boolean {
  if (actions === 'all') return true;
  return actions.some((allowed) =>
    typeof allowed === 'string'
      ? allowed === action
      : allowed.action === action && allowed.regions.includes(region),
  );
}
