import type { readProxies } from '../../inputs/proxies.ts';
import { redactProxy } from '../../inputs/proxy-url.ts';
import type { Environment } from '../../lib/environment.ts';
import { type Finding, findingsAbout } from './finding.ts';

const proxyVariables = ['https_proxy', 'http_proxy', 'all_proxy', 'no_proxy'];

/** Checks the variables that decide how AWS and GitHub are reached. */
export function checkMachine(
  env: Environment,
  { problems, warnings }: Pick<ReturnType<typeof readProxies>, 'problems' | 'warnings'>,
): readonly Finding[] {
  const finding = findingsAbout('Proxy');
  const unset = 'Correct or unset the variable. Until then, AWS is not contacted.';
  const align = 'Give both spellings of the variable the same value, or unset one.';
  const proxies = [
    ...problems.map((found) => finding('fault', found, unset)),
    ...warnings.map((found) => finding('warning', found, align)),
  ];
  return [
    ...(proxies.length > 0 ? proxies : [finding('ok', proxiesIn(env))]),
    ...checkEndpoints(env),
  ];
}

function proxiesIn(env: Environment): string {
  const names = proxyVariables.flatMap((name) => [name, name.toUpperCase()]);
  const texts = names.flatMap((name) => {
    const text = env[name]?.trim();
    if (!text) return [];
    return `${name} ${/no_proxy/i.test(name) ? JSON.stringify(text) : redactProxy(text)}`;
  });
  const certificates = env.NODE_EXTRA_CA_CERTS ? ['NODE_EXTRA_CA_CERTS'] : [];
  return [...texts, ...certificates].join(', ') || 'none is set';
}

/** Endpoints other than AWS's own, such as a VPC endpoint. */
function checkEndpoints(env: Environment): readonly Finding[] {
  const names = Object.keys(env).filter((name) => /^AWS_ENDPOINT_URL/.test(name) && env[name]);
  const endpoints = names.toSorted().map((name) => ({ name, url: URL.parse(env[name] ?? '') }));
  const bad = endpoints.flatMap(({ name, url }) => checkEndpoint(name, url));
  const found = endpoints.map(({ name, url }) => `${name} ${url?.host}`).join(', ');
  return found === '' || bad.length > 0 ? bad : [findingsAbout('Endpoints')('ok', found)];
}

function checkEndpoint(name: string, url: URL | null): readonly Finding[] {
  const finding = findingsAbout('Endpoints');
  if (!url || !/^https?:$/.test(url.protocol)) {
    const advice = 'Unset it, or set it to a URL such as https://ec2.us-west-2.amazonaws.com.';
    return [finding('fault', `${name} has no scheme and host`, advice)];
  }
  if (url.protocol === 'https:' || isLoopback(url.hostname)) return [];
  const advice = "Use https: anyone on the network path can read and change AWS's responses.";
  return [finding('warning', `${name} ${url.host} is called without TLS`, advice)];
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);
}
