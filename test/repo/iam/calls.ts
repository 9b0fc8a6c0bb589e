import type { Fakes } from '../../fakes/fakes.ts';
import type { DeployedRole } from './deployed-roles.ts';

/** The EC2 actions that were called, each once. */
export function askedFor({ fakes }: { readonly fakes: Fakes }): readonly string[] {
  const asked = fakes.requestLog.requests.filter(({ service }) => service === 'ec2');
  return [...new Set(asked.map(({ operation }) => `ec2:${operation}`))].sort();
}

/** Actions that a role's documents allow. */
export function allowedTo({ policies }: DeployedRole): readonly string[] {
  const statements = policies.flatMap(({ Statement }) => Statement);
  return statements.flatMap(({ Action }) => [Action].flat()).sort();
}
