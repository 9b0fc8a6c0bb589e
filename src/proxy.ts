import type { Parsed } from './desired/parsed.ts';

/** The proxies that the environment names, judged. */
export interface Proxies {
  /**
   * `https_proxy`, `http_proxy` and `no_proxy` in the one form that Node's agents and the toolkit's
   * client read alike; empty where nothing goes through a proxy, or where there are problems.
   */
  readonly variables: Readonly<Record<string, string>>;
  /** Passwords, in every form in which they can be printed. */
  readonly secrets: readonly string[];
  /** What is wrong, each with its variable, what was seen and one right example; never a password. */
  readonly problems: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;
type Scheme = 'https' | 'http';

const example = 'http://proxy.example.com:3128';
const schemes = ['https', 'http'] as const;
const oldestNode = '24.5.0';

/** Where no proxy can be of use: what it calls loopback is another machine. */
const loopback = ['localhost', '.localhost', '127.0.0.0-127.255.255.255', '::1'];

/**
 * Reads HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, in upper and lower case. `node` is the
 * version of the runtime, whose agents know proxies since 24.5 and ignore them in silence before.
 */
export function readProxies(env: Environment, node: string = process.versions.node): Proxies {
  const names = ['https_proxy', 'http_proxy', 'all_proxy'].flatMap(bothCases);
  const secrets = [...new Set(names.flatMap((name) => secretsIn(env[name] ?? '')))];
  const exceptions = listOf(env.no_proxy || env.NO_PROXY || '');
  if (exceptions.includes('*')) return { variables: {}, secrets, problems: [] };
  const read = schemes.map((scheme) => ({ scheme, ...readProxy(scheme, env) }));
  const used = read.flatMap(({ scheme, url }) => (url ? [[`${scheme}_proxy`, url] as const] : []));
  const problems = [
    ...read.flatMap(({ problem }) => problem ?? []),
    ...halfSetProblem(env),
    ...(used.length > 0 && !isAtLeast(node, oldestNode) ? [nodeProblem(node)] : []),
  ];
  if (problems.length > 0 || used.length === 0) return { variables: {}, secrets, problems };
  const noProxy = [...exceptions.flatMap(spellings), ...loopback].join(',');
  return { variables: { ...Object.fromEntries(used), no_proxy: noProxy }, secrets, problems };
}

function bothCases(name: string): readonly [string, string] {
  return [name, name.toUpperCase()];
}

/** Lower case counts, as in Node and curl; two that differ would count differently elsewhere. */
function readProxy(
  scheme: Scheme,
  env: Environment,
): { readonly url?: string; readonly problem?: string } {
  const [lower, upper] = bothCases(`${scheme}_proxy`);
  const [one, other] = [env[lower]?.trim(), env[upper]?.trim()];
  if (one !== undefined && other !== undefined && canonical(one) !== canonical(other)) {
    const seen = `${seenText(one)} and ${seenText(other)}`;
    return {
      problem: `${lower} and ${upper}: ${seen} differ, and programs do not agree on which one counts. Set both to the same, or one of them alone`,
    };
  }
  const text = one || other;
  if (!text) return {};
  const parsed = parseProxy(text);
  if (parsed.problem === undefined) return { url: parsed.value };
  const name = one ? lower : upper;
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
  if (bothCases('https_proxy').some((name) => env[name] !== undefined)) return [];
  const set = ['http_proxy', 'all_proxy'].flatMap(bothCases).filter((name) => env[name]?.trim());
  const [name] = set;
  if (name === undefined) return [];
  const seen = `${name}: ${seenText(env[name] ?? '')}`;
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

function canonical(text: string): string {
  return parseProxy(text).value ?? text;
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
