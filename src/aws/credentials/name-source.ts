import { parseKnownFiles } from '@smithy/core/config';
import type { ConnectionContext } from '../connection-context.ts';
import { credentialSources, hasKeys } from './sources.ts';

/** Where the SDK's default chain takes credentials from, as far as the configuration shows. */
export async function nameSource(env: ConnectionContext['env']): Promise<string> {
  if (hasKeys(env)) return 'AWS_ACCESS_KEY_ID of the environment';
  const sources = credentialSources(env, await parseKnownFiles({}));
  const names = sources.map(({ name }) => name).join(', then ');
  return names === '' ? 'the instance metadata service' : names;
}
