import type { Target } from '../../domain/target.ts';
import { defaultTargetName } from '../../domain/target-name.ts';
import type { Environment } from '../../inputs/runner.ts';
import type { DoctorCommand } from '../arguments.ts';
import type { TargetReading } from './read-target.ts';

/** Names of the user that a report must not contain, and that no pattern finds. */
export function namesOf(
  { profile, inputs, environment }: DoctorCommand,
  env: Environment,
  readings: readonly TargetReading[],
): readonly string[] {
  const hosts = Object.keys(env)
    .filter((name) => /_PROXY$|^AWS_ENDPOINT_URL|^GITHUB_API_URL$/i.test(name))
    .flatMap((name) => hostsIn(env[name] ?? ''))
    .filter((host) => host !== 'api.github.com');
  return [
    ...[profile ?? env.AWS_PROFILE, env.AWS_DEFAULT_PROFILE, env.AWS_ROLE_SESSION_NAME],
    ...[environment, inputs.config, inputs.rpki],
    ...(env.GITHUB_REPOSITORY ?? '').split('/'),
    ...[...hosts, ...hostsIn(inputs.rpki ?? '')],
    ...readings
      .map(({ target }) => target)
      .filter(hasOwnName)
      .map(({ name }) => name),
  ].filter((name) => name !== undefined);
}

/** The hosts of a URL, or of a list as in NO_PROXY. */
function hostsIn(text: string): readonly string[] {
  return text.split(/[\s,]+/).map((entry) => {
    const authority = entry.replace(/^[\w+.-]+:\/\//, '').replace(/^.*@/, '');
    return authority.replace(/^\*?\./, '').replace(/[:/].*$/, '');
  });
}

/** Account and Region make the default name. */
function hasOwnName({ name, accountId = '', region }: Target): boolean {
  return name !== region && name !== defaultTargetName(accountId, region);
}
