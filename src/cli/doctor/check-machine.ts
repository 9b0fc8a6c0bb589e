import type { readProxies } from '../../inputs/proxies.ts';
import { redactProxy } from '../../inputs/proxy-url.ts';
import type { Environment } from '../../inputs/runner.ts';
import type { Finding } from './finding.ts';

const proxyVariables = ['https_proxy', 'http_proxy', 'all_proxy', 'no_proxy'];

/** The variables that decide how AWS and GitHub are reached. */
export function checkMachine(
  env: Environment,
  { problems, warnings }: Pick<ReturnType<typeof readProxies>, 'problems' | 'warnings'>,
): readonly Finding[] {
  const wrong = problems.map((found): Finding => proxyFinding('fault', found));
  const ignored = warnings.map((found): Finding => proxyFinding('warning', found));
  const proxies = [...wrong, ...ignored];
  return [
    ...(proxies.length > 0
      ? proxies
      : [{ status: 'ok' as const, subject: 'Proxy', found: inUse(env) }]),
    ...checkEndpoints(env),
  ];
}

function proxyFinding(status: 'fault' | 'warning', text: string): Finding {
  const advice =
    status === 'fault'
      ? 'Correct or unset the variable. AWS is not contacted before.'
      : 'Give both spellings of the variable the same value, or unset one.';
  return { status, subject: 'Proxy', found: text, advice };
}

function inUse(env: Environment): string {
  const names = proxyVariables.flatMap((name) => [name, name.toUpperCase()]);
  const texts = names.flatMap((name) => {
    const text = env[name]?.trim();
    if (!text) return [];
    return `${name} ${/no_proxy/i.test(name) ? JSON.stringify(text) : redactProxy(text)}`;
  });
  const certificates = env.NODE_EXTRA_CA_CERTS ? ['NODE_EXTRA_CA_CERTS'] : [];
  return [...texts, ...certificates].join(', ') || 'none is set';
}

/** Endpoints other than AWS's own, as for a VPC endpoint. */
function checkEndpoints(env: Environment): readonly Finding[] {
  const endpoints = Object.keys(env)
    .filter((name) => /^AWS_ENDPOINT_URL/.test(name))
    .toSorted()
    .flatMap((name) => (env[name] ? { name, url: parseEndpoint(env[name]) } : []));
  const bad = endpoints.flatMap(({ name, url }) => badEndpoint(name, url));
  const found = endpoints.map(({ name, url }) => `${name} ${url?.host}`).join(', ');
  if (found === '' || bad.length > 0) return bad;
  return [{ status: 'ok', subject: 'Endpoints', found }];
}

/** Undefined for what is no URL of HTTP. */
function parseEndpoint(text: string): URL | undefined {
  const url = URL.parse(text);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

function badEndpoint(name: string, url: URL | undefined): readonly Finding[] {
  const subject = 'Endpoints';
  if (!url) {
    const found = `${name} has no scheme and host`;
    const advice = 'Unset it, or set it to a URL such as https://ec2.us-west-2.amazonaws.com.';
    return [{ status: 'fault', subject, found, advice }];
  }
  if (url.protocol === 'https:' || isLoopback(url.hostname)) return [];
  const found = `${name} ${url.host} is asked without TLS`;
  const advice = 'Use https: anyone on the way can read and change what AWS answers.';
  return [{ status: 'warning', subject, found, advice }];
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);
}
