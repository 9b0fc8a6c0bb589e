import * as v from 'valibot';
import type { CallContext } from '../lib/call-context.ts';
import { askGitHub, type Failed } from './ask-github.ts';
import { createRest, type FieldsOf, type Octokit, type Rest, type RestAccess } from './client.ts';
import { GitHubError } from './response.ts';

/** The rules of an environment for deployments, as far as an approval depends on them. */
export interface DeploymentRules {
  /** Users and teams, one of which must approve. */
  readonly reviewers: number;
  /** Whether the person who started the run may not approve it. */
  readonly preventsSelfReview: boolean;
  /** Undefined if GitHub does not say it. */
  readonly adminsMayBypass: boolean | undefined;
  /** The branches that may deploy. */
  readonly branches: 'all' | 'protected' | 'selected';
}

/**
 * The rules of an environment; `missing` if a repository that can be read has no such environment.
 * Throws the cancellation's Failure, and nothing for GitHub's errors.
 */
export async function readEnvironment(
  access: RestAccess,
  name: string,
  context: CallContext,
): Promise<DeploymentRules | 'missing' | Failed> {
  const rest = createRest(access, context);
  return askGitHub('environment', () => findRules(name, rest), context);
}

async function findRules(name: string, rest: Rest): Promise<DeploymentRules | 'missing'> {
  const path = `${rest.repository}/environments/${encodeURIComponent(name)}`;
  try {
    return rulesOf(await rest.send(environment, { path }));
  } catch (error) {
    const { result } = error instanceof GitHubError ? error : {};
    if (result?.kind !== 'rejected' || result.status !== 404) throw error;
    // GitHub also answers 404 to a token that cannot see the repository.
    await rest.send(v.object({}), { path: rest.repository });
    return 'missing';
  }
}

const described = {
  protection_rules: v.optional(
    v.array(
      v.object({
        type: v.string(),
        prevent_self_review: v.optional(v.boolean(), false),
        reviewers: v.optional(v.array(v.unknown()), []),
      }),
    ),
    [],
  ),
  deployment_branch_policy: v.nullish(v.object({ protected_branches: v.boolean() })),
} satisfies FieldsOf<Octokit['repos']['getEnvironment']>;

// GitHub sends one field that its OpenAPI description does not have.
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
