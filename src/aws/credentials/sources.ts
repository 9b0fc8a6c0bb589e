import type { Environment } from '../../lib/environment.ts';

/** The profiles of AWS's shared files, by name. */
export type Profiles = Readonly<Record<string, Profile | undefined>>;
type Profile = Readonly<Record<string, string | undefined>>;

/** A configured source of credentials. */
export interface CredentialSource {
  /** Its name in messages. */
  readonly name: string;
  /** Its problem, as far as the configuration shows. */
  readonly problem: string | undefined;
  /** Likely cause and next step if it gives no credentials and AWS does not say why. */
  readonly likely: string;
  readonly next: string;
  /** The endpoint of a container's credentials. */
  readonly endpoint?: string;
}

/**
 * The configured sources, in the order in which the SDK's default chain asks them
 * (@aws-sdk/credential-provider-node). The instance metadata service is not configured: the SDK
 * always asks it last.
 */
export function credentialSources(
  env: Environment,
  profiles: Profiles,
): readonly CredentialSource[] {
  return [halfOfKeys(env), profileSource(env, profiles), tokenFile(env), container(env)].filter(
    (source) => source !== undefined,
  );
}

/** The sources in messages. */
export function namesOf(sources: readonly CredentialSource[]): string {
  return sources.map(({ name }) => name).join(', then ');
}

/** Whether the chain takes an access key of the environment; a named profile comes before it. */
export function hasKeys(env: Environment): boolean {
  return Boolean(!env.AWS_PROFILE && env.AWS_ACCESS_KEY_ID && env.AWS_SECRET_ACCESS_KEY);
}

/** The names of the credentials that the chain has, as far as the configuration shows. */
export function presentCredentials(env: Environment, profiles: Profiles): readonly string[] {
  const sound = credentialSources(env, profiles).filter(({ problem }) => problem === undefined);
  return [...(hasKeys(env) ? ['AWS_ACCESS_KEY_ID'] : []), ...sound.map(({ name }) => name)];
}

/** Half of an access key in the environment. */
function halfOfKeys(env: Environment): CredentialSource | undefined {
  const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
  const [missing, ...others] = names.filter((name) => !env[name]);
  const [name] = names.filter((key) => env[key]);
  if (env.AWS_PROFILE || !name || !missing || others.length > 0) return undefined;
  return {
    name,
    problem: `${missing} is not set`,
    likely: `Half of an access key was set: ${name} without ${missing}, for example because a secret is empty.`,
    next: `Set ${missing} too, or neither of them.`,
  };
}

const credentialSettings = [
  'aws_access_key_id',
  'aws_secret_access_key',
  'credential_process',
  'credential_source',
  'login_session',
  'role_arn',
  'source_profile',
  'sso_account_id',
  'sso_role_name',
  'sso_session',
  'sso_start_url',
  'web_identity_token_file',
];

/** The default profile counts if it has settings for credentials, a named one always. */
function profileSource(env: Environment, profiles: Profiles): CredentialSource | undefined {
  const name = env.AWS_PROFILE || 'default';
  const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  const has = (setting: string) => Boolean(profile?.[setting]);
  const hasSettings = credentialSettings.some(has);
  if (!env.AWS_PROFILE && !hasSettings) return undefined;
  const source = { name: `the profile "${name}"`, problem: undefined };
  if (!profile) {
    return {
      ...source,
      problem: 'it is in neither the config nor the credentials file of AWS',
      likely: 'The profile name is misspelt, or its files are on another machine.',
      next: 'Choose a profile from aws configure list-profiles, or none.',
    };
  }
  if (!hasSettings) {
    return {
      ...source,
      problem: 'it has no settings for credentials',
      likely: 'The profile has other settings, such as a Region, but no credentials.',
      next: 'Use a profile with credentials, or none.',
    };
  }
  if (has('credential_process')) {
    return {
      ...source,
      likely: 'Its credential_process failed, or did not print credentials of Version 1 in JSON.',
      next: 'Run the command by hand and check its output.',
    };
  }
  if (has('sso_session') || has('sso_start_url') || has('login_session')) {
    return {
      ...source,
      likely: 'Nobody has signed in with the profile yet, or its session has ended.',
      next: `Sign in: aws ${has('login_session') ? 'login' : 'sso login'} --profile ${name}. Then run again.`,
    };
  }
  if (has('mfa_serial')) {
    return {
      ...source,
      likely: 'The role of the profile needs an MFA code, which cannot be entered here.',
      next: `Take its session from the AWS CLI first: eval "$(aws configure export-credentials --profile ${name} --format env)".`,
    };
  }
  return {
    ...source,
    likely: 'The profile or its source profile is incomplete.',
    next: `Test it: aws sts get-caller-identity --profile ${name}.`,
  };
}

function tokenFile(env: Environment): CredentialSource | undefined {
  const { AWS_WEB_IDENTITY_TOKEN_FILE: path, AWS_ROLE_ARN: role } = env;
  if (!path) return undefined;
  return {
    name: 'AWS_WEB_IDENTITY_TOKEN_FILE',
    problem: role ? undefined : 'AWS_ROLE_ARN is not set',
    likely: role
      ? 'The file that AWS_WEB_IDENTITY_TOKEN_FILE names cannot be read.'
      : 'A token can be exchanged only for the session of a role.',
    next: 'Set AWS_WEB_IDENTITY_TOKEN_FILE to a file with a token, and AWS_ROLE_ARN to the role.',
  };
}

function container(env: Environment): CredentialSource | undefined {
  const {
    AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: path,
    AWS_CONTAINER_CREDENTIALS_FULL_URI: full = '',
  } = env;
  if (!path && !full) return undefined;
  const name = path
    ? 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'
    : 'AWS_CONTAINER_CREDENTIALS_FULL_URI';
  const endpoint = path ? `http://169.254.170.2${path}` : full;
  const problem = isContainerEndpoint(endpoint)
    ? undefined
    : 'it is neither an https URL nor an address of this machine, of ECS or of EKS';
  return {
    name,
    problem,
    likely: 'The agent that gives a container its credentials is missing or has none.',
    next: `Check ${name} and the role of the container, then run again.`,
    ...(problem === undefined ? { endpoint } : {}),
  };
}

/** Where the SDK sends the token of a container (@aws-sdk/credential-provider-http, checkUrl). */
function isContainerEndpoint(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol === 'https:') return true;
  const hosts = /^(localhost|127(\.[0-9]+){3}|\[::1\]|169\.254\.170\.(2|23)|\[fd00:ec2::23\])$/;
  return url?.protocol === 'http:' && hosts.test(url.hostname);
}
