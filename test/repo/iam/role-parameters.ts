/** Parameters of the roles, of which the template and the module have one each; what is left out is theirs. */
export interface RoleParameters {
  readonly organization: string;
  readonly repository: string;
  readonly organizationId?: string;
  readonly repositoryId?: string;
  readonly classicSubject?: boolean;
  readonly defaultBranch?: string;
  readonly environment?: string;
  readonly planJobWorkflowRefs?: readonly string[];
  readonly applyJobWorkflowRefs?: readonly string[];
  readonly regions: readonly string[];
  readonly ipamRegion?: string;
  readonly allowDisassociate?: boolean;
  readonly planMemberRoleArns?: readonly string[];
  readonly applyMemberRoleArns?: readonly string[];
  readonly planHubRoleArn?: string;
  readonly applyHubRoleArn?: string;
  readonly externalId?: string;
  readonly maxSessionDuration?: number;
  readonly permissionsBoundary?: string;
  readonly planRoleName?: string;
  readonly applyRoleName?: string;
  readonly routeRoles?: boolean;
  readonly routeEnvironment?: string;
  readonly withdrawEnvironment?: string;
  readonly routeJobWorkflowRefs?: readonly string[];
  readonly routePlanRoleName?: string;
  readonly routeRoleName?: string;
  readonly withdrawRoleName?: string;
  readonly createProvider?: boolean;
  readonly issuer?: string;
}

/** Where the roles are deployed; the Region determines the partition. */
export interface DeploymentLocation {
  readonly account: string;
  readonly region: string;
}

/** `defaultBranch` as CloudFormation names it: `DefaultBranch`. */
export function pascalCase(name: string): string {
  return name.replace(/^./, (letter) => letter.toUpperCase());
}

/** `DefaultBranch` or `defaultBranch` as Terraform names it: `default_branch`. */
export function snakeCase(name: string): string {
  return name.replaceAll(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
