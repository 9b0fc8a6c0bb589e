import { readFile } from 'node:fs/promises';
import { parseKnownFiles } from '@smithy/core/config';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import { CallError } from './answer.ts';
import type { ConnectionWorld } from './connection.ts';
import { askContainerEndpoint } from './container-endpoint.ts';
import {
  type CredentialSource,
  credentialSources,
  type Profiles,
  profileName,
} from './credential-sources.ts';
import {
  explainFailedSources,
  explainMissingCredentials,
  isSilent,
} from './missing-credentials.ts';
import { sendWithin } from './send.ts';

/**
 * Gets the credentials of the SDK's default chain. Throws the Failure of the source that promised
 * some, `no-credentials` where none did, or a CallError where nobody answers.
 */
export async function resolveChain(
  chain: AwsCredentialIdentityProvider,
  world: ConnectionWorld,
): Promise<AwsCredentialIdentity> {
  const profiles = await parseKnownFiles({});
  const sources = credentialSources(world.env, profiles);
  const token = await readContainerToken(world.env);
  for (const secret of [...profileSecrets(profileName(world.env), profiles), token]) {
    if (secret !== '') world.mask(secret);
  }
  try {
    return await sendWithin(world, () => chain());
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    if (sources.length > 0) throw await explainSources(error, sources, token, world);
    // A chain that gives no answer in time may have some.
    throw error.answer.code === 'Timeout' ? error : explainMissingCredentials(error, world.github);
  }
}

async function explainSources(
  error: CallError,
  sources: readonly CredentialSource[],
  token: string,
  world: ConnectionWorld,
) {
  const container = sources.find(({ endpoint }) => endpoint !== undefined);
  if (container?.endpoint === undefined || !isSilent(error)) {
    return explainFailedSources(error, sources);
  }
  const said = await askContainerEndpoint(container.endpoint, token, world);
  const { likely, next } = container;
  return explainFailedSources(said, sources, { likely, next });
}

/** What the profile, and those that it takes its credentials from, hold in AWS's shared files. */
function profileSecrets(name: string, profiles: Profiles): readonly string[] {
  const secrets: string[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const profile: Profiles[string] = Object.hasOwn(profiles, at) ? profiles[at] : undefined;
    for (const key of ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token']) {
      secrets.push(profile?.[key] ?? '');
    }
    at = profile?.source_profile;
  }
  return secrets;
}

/** The token for a container's endpoint; empty where there is none, or its file cannot be read. */
async function readContainerToken(env: ConnectionWorld['env']): Promise<string> {
  const path = env.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE;
  if (!path) return env.AWS_CONTAINER_AUTHORIZATION_TOKEN ?? '';
  return readFile(path, 'utf8').catch(() => '');
}
