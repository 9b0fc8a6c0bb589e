import { readFile } from 'node:fs/promises';
import { parseKnownFiles } from '@smithy/core/config';
import type { AwsCredentialIdentityProvider } from '@smithy/types';
import type { Failure } from '../../failure.ts';
import { callOnce, mapErrors } from '../call.ts';
import type { ConnectionContext } from '../connection-context.ts';
import { CallError } from '../errors/call-error.ts';
import { tooLateCode } from '../errors/error-codes.ts';
import { toFailure } from '../errors/to-failure.ts';
import {
  explainFailedSources,
  explainMissingCredentials,
  isSilent,
} from './missing-credentials.ts';
import { type AccountOf, stayInAccount } from './one-account.ts';
import {
  type CredentialSource,
  credentialSources,
  hasKeys,
  namesOf,
  type Profiles,
} from './sources.ts';

/**
 * The SDK's default chain, which stays in one account. Throws the Failure of the configured source that
 * has no credentials, or `no-credentials` if none is configured.
 */
export async function openChain(
  chain: AwsCredentialIdentityProvider,
  accountOf: AccountOf,
  context: ConnectionContext,
): Promise<AwsCredentialIdentityProvider> {
  const profiles = await parseKnownFiles({});
  const sources = credentialSources(context.env, profiles);
  maskProfiles(profiles, context);
  await readContainerToken(context);
  const source: AwsCredentialIdentityProvider = async (options) => {
    try {
      return await callOnce(() => mapErrors(chain(options)), context);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      if (sources.length > 0) throw await explainSources(error, sources, context);
      // A chain that is too slow may have credentials.
      const late = error.result.code === 'Timeout' || error.result.code === tooLateCode;
      throw late
        ? toFailure('get AWS credentials', error)
        : explainMissingCredentials(error, context.github);
    }
  };
  return stayInAccount(source, accountOf, context);
}

/** The source that the SDK's default chain uses, as far as the configuration shows. */
export async function nameSource(env: ConnectionContext['env']): Promise<string> {
  if (hasKeys(env)) return 'AWS_ACCESS_KEY_ID of the environment';
  const sources = credentialSources(env, await parseKnownFiles({}));
  return sources.length === 0 ? 'the instance metadata service' : namesOf(sources);
}

async function explainSources(
  error: CallError,
  sources: readonly CredentialSource[],
  context: ConnectionContext,
): Promise<Failure> {
  const container = sources.find(({ endpoint }) => endpoint !== undefined);
  if (container?.endpoint === undefined || !isSilent(error)) {
    return explainFailedSources(error, sources);
  }
  const { askContainerEndpoint } = await import('./container-endpoint.ts');
  const token = await readContainerToken(context);
  const said = await askContainerEndpoint(container.endpoint, token, context);
  const { likely, next } = container;
  return explainFailedSources(said, sources, { likely, next });
}

/** Masks the keys of all profiles, because a profile may use those of others. */
function maskProfiles(profiles: Profiles, { mask }: ConnectionContext): void {
  for (const profile of Object.values(profiles)) {
    for (const key of ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token']) {
      mask(profile?.[key] ?? '');
    }
  }
}

/**
 * The current token for a container's endpoint, masked, because its file is replaced from time to time.
 * Empty if there is none, or the file cannot be read.
 */
async function readContainerToken({ env, mask }: ConnectionContext): Promise<string> {
  const path = env.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE;
  const token = path
    ? await readFile(path, 'utf8').catch(() => '')
    : (env.AWS_CONTAINER_AUTHORIZATION_TOKEN ?? '');
  mask(token);
  return token;
}
