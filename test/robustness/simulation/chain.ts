import type { Credential } from '../../fakes/credentials.ts';

/** Clears the variables that the SDK's default chain reads; returns a function that restores them. */
export function clearChain(): () => void {
  const before = Object.entries(process.env).filter(([name]) => name.startsWith('AWS_'));
  const clear = () => {
    for (const name of Object.keys(process.env)) {
      if (name.startsWith('AWS_')) delete process.env[name];
    }
  };
  clear();
  return () => {
    clear();
    Object.assign(process.env, Object.fromEntries(before));
  };
}

/** Makes the default chain return these keys from now on, with this expiry. */
export function setChain(keys: Credential, expiration: Date): void {
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_SESSION_TOKEN: keys.sessionToken,
    AWS_CREDENTIAL_EXPIRATION: expiration.toISOString(),
  });
}
