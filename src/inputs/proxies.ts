import type { Environment } from '../lib/environment.ts';
import { quote } from './parsers.ts';
import { exampleProxy, parseProxyUrl, proxySecrets, redactProxy } from './proxy-url.ts';

/** The proxies of the environment. */
interface Proxies {
  /**
   * `https_proxy`, `http_proxy` and `no_proxy`, in the form that Node's agents read. Only those that
   * are set; empty if there are problems.
   */
  readonly variables: Readonly<Record<string, string>>;
  /** Passwords, in every form in which they can be printed. */
  readonly secrets: readonly string[];
  /** Each with its variable, what was seen and a right example; never with a password. */
  readonly problems: readonly string[];
  /** Variables that are ignored because their other spelling counts. */
  readonly warnings: readonly string[];
}

/** A variable in the spelling that counts. */
interface Setting {
  readonly name: string;
  /** Trimmed; undefined if neither spelling is set. */
  readonly text: string | undefined;
  /** The text of the upper-case spelling, if both are set. */
  readonly ignored: string | undefined;
}

const oldestNode = '24.5.0';
const proxyNames = ['https_proxy', 'http_proxy', 'all_proxy'];

/** No proxy can reach these: its loopback is another machine. */
const loopback = ['localhost', '.localhost', '127.0.0.0-127.255.255.255', '::1'];

/**
 * Reads HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, in upper and lower case. `node` is the version
 * of the runtime: before 24.5, its agents ignore proxies silently.
 */
export function readProxies(env: Environment, node: string = process.versions.node): Proxies {
  const spellings = proxyNames.flatMap((name) => [name, name.toUpperCase()]);
  const secrets = [...new Set(spellings.flatMap((name) => proxySecrets(env[name] ?? '')))];
  const warnings = spellings.some((name) => env[name]?.trim()) ? findIgnored(env) : [];
  const exceptions = listOf(settingOf('no_proxy', env).text ?? '');
  if (exceptions.includes('*')) return { variables: {}, secrets, problems: [], warnings };

  const https = readProxy('https_proxy', env);
  const http = readProxy('http_proxy', env);
  const used = [https.url, http.url].some((url) => url);
  const problems = [
    https.problem ?? [],
    http.problem ?? [],
    halfSetProblem(env),
    used && isOlder(node, oldestNode)
      ? `HTTPS_PROXY: needs Node ${oldestNode} or newer, and this is ${node}. Update the runner`
      : [],
  ].flat();
  if (problems.length > 0) return { variables: {}, secrets, problems, warnings };
  const variables = {
    ...(https.url === undefined ? {} : { https_proxy: https.url }),
    ...(http.url === undefined ? {} : { http_proxy: http.url }),
    ...(used ? { no_proxy: [...exceptions.flatMap(nodeSpellings), ...loopback].join(',') } : {}),
  };
  return { variables, secrets, problems, warnings };
}

/**
 * Lower case counts if it is set, as in curl and Node. A runner with a proxy sets both (actions/runner,
 * RunnerWebProxy), and a job can set one of them in `env`.
 */
function settingOf(name: string, env: Environment): Setting {
  const upper = name.toUpperCase();
  const text = env[name]?.trim();
  const upperText = env[upper]?.trim();
  return text === undefined
    ? { name: upper, text: upperText, ignored: undefined }
    : { name, text, ignored: upperText };
}

function findIgnored(env: Environment): string[] {
  return ['https_proxy', 'http_proxy', 'no_proxy'].flatMap((name) => {
    const { text, ignored } = settingOf(name, env);
    if (text === undefined || ignored === undefined || isSame(text, ignored)) return [];
    const show = name === 'no_proxy' ? quote : redactProxy;
    return `${name.toUpperCase()}: ${show(ignored)} is ignored, because ${name} is ${show(text)}, and lower case counts. To use another, set ${name} in the env of the job or step`;
  });
}

function isSame(a: string, b: string): boolean {
  const canonical = (text: string) => parseProxyUrl(text).value ?? listOf(text).join();
  return canonical(a) === canonical(b);
}

/** The URL of a proxy; empty if lower case turns off the proxy that upper case sets. */
function readProxy(
  variable: string,
  env: Environment,
): { readonly url?: string; readonly problem?: string } {
  const { name, text, ignored } = settingOf(variable, env);
  if (!text) return ignored ? { url: '' } : {};
  const { value: url, problem } = parseProxyUrl(text);
  if (url !== undefined) return { url };
  return { problem: `${name}: ${redactProxy(text)} ${problem}. Example: ${name}: ${exampleProxy}` };
}

/** All calls are HTTPS, so they would silently bypass a proxy for HTTP only. */
function halfSetProblem(env: Environment): string[] {
  if (settingOf('https_proxy', env).text !== undefined) return [];
  const settings = ['http_proxy', 'all_proxy'].map((name) => settingOf(name, env));
  const { name, text } = settings.find((setting) => setting.text) ?? {};
  if (!text) return [];
  return [
    `${name}: ${redactProxy(text)} is set and HTTPS_PROXY is not, but all calls are HTTPS. Set HTTPS_PROXY too, or set it to the empty string if the runner reaches AWS and GitHub directly. Example: HTTPS_PROXY: ${exampleProxy}`,
  ];
}

function isOlder(version: string, least: string): boolean {
  return version.localeCompare(least, 'en', { numeric: true }) < 0;
}

/** A name includes its subdomains, as in curl; Node needs both spellings. */
function nodeSpellings(entry: string): readonly string[] {
  const address = /^\[(.*)\]$/.exec(entry)?.[1];
  if (address !== undefined) return [entry, address];
  if (entry.includes(':') || /^[\d./-]+$/.test(entry)) return [entry];
  const name = entry.replace(/^\*?\./, '');
  return [name, `.${name}`];
}

function listOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((entry) => entry !== '');
}
