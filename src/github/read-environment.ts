import * as v from 'valibot';
import type { Failed, FieldsOf, GitHub, Octokit } from './client.ts';
import { unlessStatus } from './response.ts';

/** The deployment rules of an environment on which an approval depends. */
export interface DeploymentRules {
  /** Users and teams, one of which must approve. */
  readonly reviewers: number;
  /** Whether the person who started the run may not approve it. */
  readonly preventsSelfReview: boolean;
  /** Undefined if GitHub does not say. */
  readonly adminsMayBypass: boolean | undefined;
  /** The branches that may deploy. */
  readonly branches: 'all' | 'protected' | 'selected';
}

/**
 * The rules of an environment; `missing` if the token can read the repository and it has no such
 * environment. Throws the cancellation's Failure, but no GitHubErrors.
 */
export async function readEnvironment(
  name: string,
  gitHub: GitHub,
): Promise<DeploymentRules | 'missing' | Failed> {
  return gitHub.attempt('environment', () => findRules(name, gitHub));
}

async function findRules(name: string, gitHub: GitHub): Promise<DeploymentRules | 'missing'> {
  const path = `${gitHub.repository}/environments/${encodeURIComponent(name)}`;
  const found = await unlessStatus(404, gitHub.send(environment, { path }));
  if (found) return rulesOf(found);
  // GitHub also returns 404 to a token that cannot see the repository.
  await gitHub.send(v.object({}), { path: gitHub.repository });
  return 'missing';
}

const rule = v.object({
  type: v.string(),
  prevent_self_review: v.optional(v.boolean(), false),
  reviewers: v.optional(v.array(v.unknown()), []),
});
const described = {
  protection_rules: v.optional(v.array(rule), []),
  deployment_branch_policy: v.nullish(v.object({ protected_branches: v.boolean() })),
} satisfies FieldsOf<Octokit['repos']['getEnvironment']>;

// This field is not in GitHub's OpenAPI description.
const environment = v.object({ ...described, can_admins_bypass: v.optional(v.boolean()) });

function rulesOf({
  protection_rules: rules,
  deployment_branch_policy: policy,
  can_admins_bypass: adminsMayBypass,
}: v.InferOutput<typeof environment>): DeploymentRules {
  const review = rules.find(({ type }) => type === 'required_reviewers');
  return {
    reviewers: review?.reviewers.length ?? 0,
    preventsSelfReview: review?.prevent_self_review ?? false,
    adminsMayBypass,
    branches: policy ? (policy.protected_branches ? 'protected' : 'selected') : 'all',
  };
}
