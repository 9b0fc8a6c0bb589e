import { quotedText } from '../domain/look-alikes.ts';
import type { Parsed } from '../domain/parsed.ts';
import { truncate } from '../lib/text.ts';

/** The proxies that the environment names, judged. */
export interface Proxies {
  /**
   * `https_proxy`, `http_proxy` and `no_proxy` in the one form that Node's agents and the toolkit's
   * client read alike; without those that nothing sets, and empty where there are problems.
   */
  readonly variables: Readonly<Record<string, string>>;
  /** Passwords, in every form in which they can be printed. */
  readonly secrets: readonly string[];
  /** What is wrong, each with its variable, what was seen and one right example; never a password. */
  readonly problems: readonly string[];
  /** Variables that do not count, because their other spelling does. */
  readonly warnings: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;
type Scheme = 'https' | 'http';

/** The spelling of a variable that counts, and what it says. */
interface Setting {
  readonly name: string;
  /** Trimmed; undefined where neither spelling is set. */
  readonly text: string | undefined;
  /** The other spelling, where it is set too. */
  readonly other: string | undefined;
}

const example = 'http://proxy.example.com:3128';
const schemes = ['https', 'http'] as const;
const oldestNode = '24.5.0';

/** Characters of NO_PROXY that a warning shows. */
const longestShown = 200;

/** Where no proxy can be of use: what it calls loopback is another machine. */
const loopback = ['localhost', '.localhost', '127.0.0.0-127.255.255.255', '::1'];

/**
 * Reads HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, in upper and lower case. `node` is the
 * version of the runtime, whose agents know proxies since 24.5 and ignore them in silence before.
 */
export function readProxies(env: Environment, node: string = process.versions.node): Proxies {
  const secrets = [...new Set(proxyNames.flatMap((name) => secretsIn(env[name] ?? '')))];
  const warnings = findUnused(env);
  const exceptions = listOf(settingOf('no_proxy', env).text ?? '');
  if (exceptions.includes('*')) return { variables: {}, secrets, problems: [], warnings };
  const read = schemes.map((scheme) => ({ scheme, ...readProxy(scheme, env) }));
  const set = read.flatMap(({ scheme, url }) =>
    url === undefined ? [] : [[`${scheme}_proxy`, url] as const],
  );
  const used = set.filter(([, url]) => url !== '');
  const problems = [
    ...read.flatMap(({ problem }) => problem ?? []),
    ...halfSetProblem(env),
    ...(used.length > 0 && !isAtLeast(node, oldestNode) ? [nodeProblem(node)] : []),
  ];
  if (problems.length > 0) return { variables: {}, secrets, problems, warnings };
  const noProxy = [...exceptions.flatMap(spellings), ...loopback].join(',');
  const variables = {
    ...Object.fromEntries(set),
    ...(used.length > 0 ? { no_proxy: noProxy } : {}),
  };
  return { variables, secrets, problems, warnings };
}

function bothCases(name: string): readonly [string, string] {
  return [name, name.toUpperCase()];
}

const proxyNames = ['https_proxy', 'http_proxy', 'all_proxy'].flatMap(bothCases);

/**
 * Lower case counts where it is set, as in curl, Node and the toolkit. A runner with a proxy sets both
 * cases (actions/runner, RunnerWebProxy), and a job can set one of them in a map of `env`.
 */
function settingOf(name: string, env: Environment): Setting {
  const [lower, upper] = bothCases(name);
  const [text, other] = [env[lower]?.trim(), env[upper]?.trim()];
  return text === undefined
    ? { name: upper, text: other, other: undefined }
    : { name: lower, text, other };
}

/** An upper case that says otherwise, where there is a proxy at all. */
function findUnused(env: Environment): string[] {
  if (!proxyNames.some((name) => env[name]?.trim())) return [];
  const seenOf: Readonly<Record<string, (text: string) => string>> = {
    https_proxy: seenText,
    http_proxy: seenText,
    no_proxy: (text) => quotedText(truncate(text, longestShown)),
  };
  return Object.entries(seenOf).flatMap(([name, seen]) => {
    const { text, other } = settingOf(name, env);
    if (text === undefined || other === undefined || isSame(text, other)) return [];
    const upper = name.toUpperCase();
    return [
      `${upper}: ${seen(other)} is not used, because lower case counts, and ${name} is ${seen(text)}. To use another, set ${name} in the env of the job or step`,
    ];
  });
}

function isSame(one: string, other: string): boolean {
  const canonical = (text: string) => parseProxy(text).value ?? listOf(text).join();
  return canonical(one) === canonical(other);
}

/** An empty URL says that a proxy of the other case is not to be used. */
function readProxy(
  scheme: Scheme,
  env: Environment,
): { readonly url?: string; readonly problem?: string } {
  const { name, text, other } = settingOf(`${scheme}_proxy`, env);
  if (!text) return other ? { url: '' } : {};
  const parsed = parseProxy(text);
  if (parsed.problem === undefined) return { url: parsed.value };
  return {
    problem: `${name}: ${seenText(text)} ${parsed.problem}. Example: ${name}: ${parsed.example}`,
  };
}

/** The URL of a proxy in its canonical form; Node ignores what does not start with http in lower case. */
function parseProxy(text: string): Parsed<string> {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return { problem: 'has no scheme', example };
  if (scheme !== 'http' && scheme !== 'https') {
    return { problem: 'is not an http or https proxy, and no others can be used', example };
  }
  const url = URL.parse(text);
  if (url === null) return { problem: 'is not a URL', example };
  if (!/^\/?$/.test(url.pathname + url.search + url.hash)) {
    const problem =
      'has more than a host and a port; in a password, / ? # and @ are %2F %3F %23 %40';
    return { problem, example };
  }
  if (decoded(url.username) === undefined || decoded(url.password) === undefined) {
    return { problem: 'has a user or password with a % that encodes nothing (% is %25)', example };
  }
  return { value: url.href };
}

/** All calls of a run are HTTPS: a proxy for others alone would be bypassed in silence. */
function halfSetProblem(env: Environment): string[] {
  if (settingOf('https_proxy', env).text !== undefined) return [];
  const settings = ['http_proxy', 'all_proxy'].map((name) => settingOf(name, env));
  const set = settings.find(({ text }) => text);
  if (!set) return [];
  const seen = `${set.name}: ${seenText(set.text ?? '')}`;
  return [
    `${seen} is set and HTTPS_PROXY is not, but all calls are HTTPS. Set HTTPS_PROXY too, or set it to the empty string if the runner reaches AWS and GitHub directly. Example: HTTPS_PROXY: ${example}`,
  ];
}

function nodeProblem(node: string): string {
  return `HTTPS_PROXY: needs Node ${oldestNode} or newer, and this is ${node}. Update the runner`;
}

function isAtLeast(version: string, least: string): boolean {
  return version.localeCompare(least, 'en', { numeric: true }) >= 0;
}

/**
 * A name means itself and all names below it, however it is written (`example.com`, `.example.com`,
 * `*.example.com`): so read curl and the toolkit it, and Node only where it is spelt out.
 */
function spellings(entry: string): readonly string[] {
  const address = /^\[(.*)\]$/.exec(entry)?.[1];
  if (address !== undefined) return [entry, address];
  if (entry.includes(':') || /^[\d./-]+$/.test(entry)) return [entry];
  const name = entry.replace(/^\*?\./, '');
  return [name, `.${name}`];
}

function listOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((entry) => entry !== '');
}

/** A proxy for people: without user and password, and nothing of a text that may hide one. */
function seenText(text: string): string {
  const [, scheme = '', user = '', host = ''] = /^(\w[\w+.-]*:\/\/)?(.*@)?(.*)$/s.exec(text) ?? [];
  if (text === '') return '""';
  const isHost = /^(\[[0-9a-f:.]+\]|[\w.-]{1,253})(:\d{0,5})?\/?$/i.test(host);
  if (!isHost || (scheme === '' && !/[.:]/.test(host))) {
    return '(not shown, as it may hold a password)';
  }
  return JSON.stringify(`${scheme}${user === '' ? '' : '***@'}${host}`);
}

/** A user beside a password is no secret; one without a password is a token. */
function secretsIn(text: string): readonly string[] {
  const userInfo = /^(?:\w[\w+.-]*:\/\/)?(.*)@/s.exec(text.trim())?.[1] ?? '';
  const [, user = '', password = ''] = /^([^:]*):?(.*)$/s.exec(userInfo) ?? [];
  const secret = password || user;
  if (secret === '') return [];
  const plainUser = decoded(user) ?? user;
  const plainPassword = decoded(password) ?? password;
  const basic = Buffer.from(`${plainUser}:${plainPassword}`).toString('base64');
  const encoded = URL.parse(text.trim());
  return [
    secret,
    plainPassword || plainUser,
    encoded?.password || encoded?.username || secret,
    basic,
  ];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
