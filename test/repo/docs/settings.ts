import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { OperationCall } from '../../fakes/github/description.ts';
import { describeGitHub } from '../../fakes/github/description.ts';
import { ServiceError } from '../../fakes/service-error.ts';

/** Rules of an environment, as the API sets them. */
export interface EnvironmentRules {
  readonly prevent_self_review?: boolean;
  readonly reviewers?: readonly { readonly type: string; readonly id: number }[];
  readonly deployment_branch_policy?: { readonly custom_branch_policies: boolean };
}

/** GitHub's settings of the repository ORG/REPO, for an administrator. */
export interface Settings {
  readonly url: string;
  rules(environment: string): EnvironmentRules | undefined;
  /** Patterns of the branches that an environment lets in. */
  branches(environment: string): readonly string[];
  close(): Promise<void>;
}

/** IDs of the settings, as arbitrary as GitHub's. */
export const ids = { owner: 1234567, repository: 7654321, team: 1234567, user: 7 } as const;

/** Starts the settings API; GitHub's own description checks every request and response. */
export async function startSettings(): Promise<Settings> {
  const description = await describeGitHub();
  const environments = new Map<string, { rules: EnvironmentRules; branches: string[] }>();

  const known = ({ params }: OperationCall) => {
    const environment = environments.get(params.environment_name ?? '');
    if (environment === undefined) throw new ServiceError(404, 'NotFound', 'Not Found');
    return environment;
  };
  const operations: Readonly<Record<string, (asked: OperationCall) => object>> = {
    'repos/get': () => ({
      id: ids.repository,
      owner: { ...sampleOf('repos/get').owner, id: ids.owner },
    }),
    'teams/get-by-name': () => ({ id: ids.team }),
    'users/get-by-username': () => ({ id: ids.user }),
    'repos/create-or-update-environment': ({ params, body }) => {
      environments.set(params.environment_name ?? '', { rules: Object(body), branches: [] });
      return { name: params.environment_name, protection_rules: rulesOf(Object(body)) };
    },
    'repos/get-environment': (asked) => ({
      name: asked.params.environment_name,
      protection_rules: rulesOf(known(asked).rules),
    }),
    'repos/create-deployment-branch-policy': (asked) => {
      const { rules, branches } = known(asked);
      if (!rules.deployment_branch_policy?.custom_branch_policies) {
        throw new ServiceError(404, 'NotFound', 'Not Found');
      }
      const { name } = Object(asked.body);
      branches.push(name);
      return { name };
    },
  };
  const sampleOf = (operation: string): Readonly<Record<string, object>> =>
    Object(description.sample(operation, 200));

  const answer = (method: string, url: URL, body: string) => {
    const received = { method, url, headers: { 'content-type': 'application/json' }, body };
    const asked = description.read(received);
    const perform = operations[asked?.operation ?? ''];
    if (asked === undefined || perform === undefined) {
      throw new ServiceError(404, 'NotFound', `no ${method} ${url.pathname}`);
    }
    description.checkRequest(received, asked.operation);
    const made = { ...sampleOf(asked.operation), ...perform(asked) };
    description.checkResponse(asked.operation, 200, made);
    return made;
  };

  const server = createServer(async (request, response) => {
    const { method = '', url = '' } = request;
    const write = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    try {
      write(200, answer(method, new URL(url, 'http://127.0.0.1'), await text(request)));
    } catch (error) {
      const status = error instanceof ServiceError ? error.status : 500;
      write(status, { message: String(error) });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    rules: (environment) => environments.get(environment)?.rules,
    branches: (environment) => environments.get(environment)?.branches ?? [],
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The rules as GitHub lists them: those that are set. */
function rulesOf({
  reviewers = [],
  prevent_self_review,
  deployment_branch_policy,
}: EnvironmentRules) {
  const rule = { id: 1, node_id: 'GA_1' };
  return [
    ...(reviewers.length > 0
      ? [{ ...rule, type: 'required_reviewers', prevent_self_review, reviewers: [] }]
      : []),
    ...(deployment_branch_policy ? [{ ...rule, type: 'branch_policy' }] : []),
  ];
}
