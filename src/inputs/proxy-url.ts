import type { Parsed } from '../domain/parsed.ts';

/** A valid URL, for problems. */
export const exampleProxy = 'http://proxy.example.com:3128';

/** The canonical URL of a proxy. Node ignores a URL that does not start with http in lower case. */
export function parseProxyUrl(text: string): Parsed<string> {
  const example = exampleProxy;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return { problem: 'has no scheme', example };
  if (scheme !== 'http' && scheme !== 'https') {
    return { problem: 'is not an http or https proxy; no others work', example };
  }
  const url = URL.parse(text);
  if (url === null) return { problem: 'is not a URL', example };
  if (!/^\/?$/.test(url.pathname + url.search + url.hash)) {
    const problem =
      'has more than a host and a port; in a password, / ? # and @ are %2F %3F %23 %40';
    return { problem, example };
  }
  if (decode(url.username) === undefined || decode(url.password) === undefined) {
    return { problem: 'has a user or password with a % that encodes nothing (% is %25)', example };
  }
  return { value: url.href };
}

/** A proxy without user and password, in quotes; hidden entirely if it may contain a password. */
export function redactProxy(text: string): string {
  const [, scheme = '', user = '', host = ''] = /^(\w[\w+.-]*:\/\/)?(.*@)?(.*)$/s.exec(text) ?? [];
  if (text === '') return '""';
  const isHost = /^(\[[0-9a-f:.]+\]|[\w.-]{1,253})(:\d{0,5})?\/?$/i.test(host);
  if (!isHost || (scheme === '' && !/[.:]/.test(host))) {
    return '(hidden: it may contain a password)';
  }
  return JSON.stringify(`${scheme}${user === '' ? '' : '***@'}${host}`);
}

/** The password in every form that can be printed. A user without a password is a token, so it is secret. */
export function proxySecrets(text: string): readonly string[] {
  const userInfo = /^(?:\w[\w+.-]*:\/\/)?(.*)@/s.exec(text.trim())?.[1] ?? '';
  const [, user = '', password = ''] = /^([^:]*):?(.*)$/s.exec(userInfo) ?? [];
  const secret = password || user;
  if (secret === '') return [];
  const plainUser = decode(user) ?? user;
  const plainPassword = decode(password) ?? password;
  const basic = Buffer.from(`${plainUser}:${plainPassword}`).toString('base64');
  const url = URL.parse(text.trim());
  const encoded = url?.password || url?.username || secret;
  return [secret, plainPassword || plainUser, encoded, basic];
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
