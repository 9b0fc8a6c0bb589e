/** A policy document as it is read back, of a role's trust or of its permissions. */
export interface PolicyDocument {
  readonly Version: string;
  readonly Statement: readonly {
    readonly Effect: string;
    readonly Action: string | readonly string[];
    readonly Principal?: { readonly Federated: string } | { readonly AWS: string };
    readonly Condition?: Readonly<
      Record<string, Readonly<Record<string, string | readonly string[]>>>
    >;
    readonly [key: string]: unknown;
  }[];
}

/** A role in an account. */
export interface DeployedRole {
  readonly name: string;
  readonly arn: string;
  readonly description: string;
  readonly maxSessionSeconds: number;
  readonly boundary: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly trust: PolicyDocument;
  /** Its inline policies. */
  readonly policies: readonly PolicyDocument[];
}

/** An OIDC provider in an account. */
export interface DeployedProvider {
  /** Without `https://`. */
  readonly url: string;
  readonly clientIds: readonly string[];
}

/** The roles of the route action in an account. */
export interface RouteRoles {
  readonly plan: DeployedRole;
  readonly route: DeployedRole;
  readonly withdraw: DeployedRole;
}

/** What one deployment creates in an account. */
export interface DeployedRoles {
  readonly plan: DeployedRole;
  readonly apply: DeployedRole;
  /** Those of the route action; undefined unless a parameter asks for them. */
  readonly routes: RouteRoles | undefined;
  readonly providers: readonly DeployedProvider[];
}

/** All roles of a deployment, those of the route action last. */
export function rolesOf({
  plan,
  apply,
  routes,
}: Omit<DeployedRoles, 'providers'>): readonly DeployedRole[] {
  return [plan, apply, ...(routes ? [routes.plan, routes.route, routes.withdraw] : [])];
}
