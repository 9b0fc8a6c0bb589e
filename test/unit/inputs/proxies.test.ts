import { describe, expect, test } from 'vitest';
import { readProxies } from '../../../src/inputs/proxies.ts';

const proxy = 'http://proxy.example.com:3128';
const url = `${proxy}/`;
const other = 'http://other.example.com:3128';

describe('the proxies of a run', () => {
  test.each([
    ['nothing', {}],
    ['an empty one', { HTTPS_PROXY: '' }],
    ['two empty ones', { https_proxy: '', HTTPS_PROXY: ' ' }],
    ['HTTP_PROXY, and HTTPS_PROXY empty', { ALL_PROXY: proxy, HTTPS_PROXY: '' }],
    ['NO_PROXY for everything', { HTTPS_PROXY: proxy, NO_PROXY: '*' }],
    [
      'NO_PROXY for everything, and a half-set proxy',
      { HTTP_PROXY: proxy, no_proxy: 'a.example *' },
    ],
    ['only NO_PROXY', { NO_PROXY: 'example.com' }],
  ])('are none with %s', (_, env) => {
    expect(readProxies(env)).toEqual({ variables: {}, secrets: [], problems: [], warnings: [] });
  });

  test.each([
    ['HTTPS_PROXY', { HTTPS_PROXY: proxy }],
    ['https_proxy', { https_proxy: proxy }],
    ['both, alike', { https_proxy: proxy, HTTPS_PROXY: url }],
    ['HTTPS_PROXY and ALL_PROXY, which nothing reads', { HTTPS_PROXY: proxy, ALL_PROXY: other }],
    ['spaces around it', { HTTPS_PROXY: ` ${proxy} ` }],
    ['a scheme and name in upper case', { HTTPS_PROXY: 'HTTP://PROXY.example.com:3128' }],
  ])('come from %s', (_, env) => {
    const { variables, problems } = readProxies(env);
    expect(problems).toEqual([]);
    expect(variables).toMatchObject({ https_proxy: url });
    expect(variables).not.toHaveProperty('http_proxy');
  });

  test('are two if plain HTTP has another proxy', () => {
    expect(readProxies({ HTTPS_PROXY: proxy, http_proxy: other }).variables).toMatchObject({
      https_proxy: url,
      http_proxy: `${other}/`,
    });
  });

  test('can use TLS, and an IPv6 address', () => {
    const { variables } = readProxies({ HTTPS_PROXY: 'https://[2001:db8::1]:3129' });
    expect(variables.https_proxy).toBe('https://[2001:db8::1]:3129/');
  });
});

describe('NO_PROXY', () => {
  const exceptions = (text: string) =>
    readProxies({ HTTPS_PROXY: proxy, NO_PROXY: text }).variables.no_proxy?.split(',');

  test.each(['example.com', '.example.com', '*.example.com'])(
    'includes the subdomains of a name, written as %s',
    (text) => {
      expect(exceptions(text)?.slice(0, 2)).toEqual(['example.com', '.example.com']);
    },
  );

  test('is separated by commas and spaces', () => {
    expect(exceptions('a.example, b.example\tc.example')).toEqual(
      expect.arrayContaining(['a.example', 'b.example', 'c.example']),
    );
  });

  test.each([
    ['example.com:8443', ['example.com:8443']],
    ['[2001:db8::1]', ['[2001:db8::1]', '2001:db8::1']],
    ['2001:db8::1', ['2001:db8::1']],
  ])('leaves %s as %j', (text, entries) => {
    expect(exceptions(text)?.slice(0, entries.length)).toEqual(entries);
  });

  test('always includes loopback', () => {
    expect(exceptions('')).toEqual(['localhost', '.localhost', '127.0.0.0-127.255.255.255', '::1']);
  });

  test('is stable when its result is read again', () => {
    const env = { HTTPS_PROXY: proxy, NO_PROXY: 'a.example' };
    const { variables } = readProxies(env);
    const again = readProxies({ ...env, ...variables });
    expect(new Set(again.variables.no_proxy?.split(','))).toEqual(
      new Set(variables.no_proxy?.split(',')),
    );
    expect(again.problems).toEqual([]);
  });
});

test.each(['HTTP://Proxy.example.com:80', 'http://user:p|ss@proxy.example.com', ` ${proxy} `])(
  'the result for %j is stable when it is read again',
  (text) => {
    const env = { HTTPS_PROXY: text, http_proxy: text };
    const first = readProxies(env);
    expect(readProxies({ ...env, ...first.variables }).problems).toEqual([]);
    expect(readProxies({ ...env, ...first.variables }).variables).toMatchObject({
      https_proxy: first.variables.https_proxy,
    });
  },
);

describe('of two spellings that differ, lower case counts and upper case is reported:', () => {
  const upper = (name: string, seen: string, lower: string) =>
    `${name}: ${seen} is ignored, because ${name.toLowerCase()} is ${lower}, and lower case counts. To use another, set ${name.toLowerCase()} in the env of the job or step`;

  test.each([
    [
      'a proxy',
      { https_proxy: proxy, HTTPS_PROXY: other },
      { https_proxy: url },
      [upper('HTTPS_PROXY', `"${other}"`, `"${proxy}"`)],
    ],
    [
      'a proxy with a password',
      { https_proxy: proxy, HTTPS_PROXY: 'http://u:secret@proxy.example.com:3128' },
      { https_proxy: url },
      [upper('HTTPS_PROXY', '"http://***@proxy.example.com:3128"', `"${proxy}"`)],
    ],
    [
      'an empty one, which means that HTTPS is direct',
      { https_proxy: '', HTTPS_PROXY: proxy },
      { https_proxy: '' },
      [upper('HTTPS_PROXY', `"${proxy}"`, '""')],
    ],
    [
      'a proxy, and an empty one',
      { https_proxy: proxy, HTTPS_PROXY: '' },
      { https_proxy: url },
      [upper('HTTPS_PROXY', '""', `"${proxy}"`)],
    ],
    [
      'one for plain HTTP',
      { HTTPS_PROXY: proxy, http_proxy: '', HTTP_PROXY: other },
      { https_proxy: url, http_proxy: '' },
      [upper('HTTP_PROXY', `"${other}"`, '""')],
    ],
    [
      'exceptions',
      { HTTPS_PROXY: proxy, no_proxy: 'lower.example', NO_PROXY: 'upper.example' },
      { no_proxy: expect.stringMatching(/^lower\.example,\.lower\.example,localhost,/) },
      [upper('NO_PROXY', '"upper.example"', '"lower.example"')],
    ],
    [
      'no exceptions',
      { HTTPS_PROXY: proxy, no_proxy: '', NO_PROXY: '*' },
      { https_proxy: url, no_proxy: expect.stringMatching(/^localhost,/) },
      [upper('NO_PROXY', '"*"', '""')],
    ],
    [
      'an exception for everything',
      { HTTPS_PROXY: proxy, no_proxy: '*', NO_PROXY: 'upper.example' },
      {},
      [upper('NO_PROXY', '"upper.example"', '"*"')],
    ],
  ])('%s', (_, env, variables, warnings) => {
    const read = readProxies(env);
    expect(read.problems).toEqual([]);
    expect(read.warnings).toEqual(warnings);
    expect(read.variables).toMatchObject(variables);
    expect(Object.keys(read.variables)).toEqual(expect.arrayContaining(Object.keys(variables)));
  });

  test.each([
    [
      'the same exceptions',
      { HTTPS_PROXY: proxy, no_proxy: 'a.example,b', NO_PROXY: 'a.example b' },
    ],
    ['the same proxy', { https_proxy: proxy, HTTPS_PROXY: url }],
    ['exceptions without a proxy', { no_proxy: 'a.example', NO_PROXY: 'b.example' }],
    ['only one spelling', { HTTPS_PROXY: proxy, no_proxy: 'a.example' }],
  ])('nothing for %s', (_, env) => {
    expect(readProxies(env).warnings).toEqual([]);
  });

  test('only the spelling that counts has problems', () => {
    expect(readProxies({ https_proxy: proxy, HTTPS_PROXY: 'socks5://x' }).problems).toEqual([]);
    expect(readProxies({ https_proxy: 'socks5://x.example', HTTPS_PROXY: proxy }).problems).toEqual(
      [expect.stringMatching(/^https_proxy: /)],
    );
    expect(readProxies({ all_proxy: '', ALL_PROXY: proxy }).problems).toEqual([]);
  });

  test('there is nothing to report if both spellings have the value that counts', () => {
    const env = { https_proxy: '', HTTPS_PROXY: proxy, http_proxy: other, HTTP_PROXY: url };
    const { variables } = readProxies(env);
    const both = Object.entries(variables).flatMap(([name, value]) => [
      [name, value],
      [name.toUpperCase(), value],
    ]);
    const again = readProxies({ ...env, ...Object.fromEntries(both) });
    expect(again.warnings).toEqual([]);
    expect(again.variables).toMatchObject({ http_proxy: `${other}/` });
    expect(again.variables.https_proxy ?? '').toBe('');
  });
});

describe('a problem', () => {
  const notUrl = 'is not a URL';
  const more = 'has more than a host and a port; in a password, / ? # and @ are %2F %3F %23 %40';
  const scheme = 'is not an http or https proxy; no others work';
  const hidden = '(hidden: it may contain a password)';

  test.each([
    ['proxy.example.com:3128', '"proxy.example.com:3128"', 'has no scheme'],
    ['u:secret@proxy.example.com', '"***@proxy.example.com"', 'has no scheme'],
    ['//proxy.example.com', hidden, 'has no scheme'],
    ['socks5://u:secret@proxy.example.com:1080', '"socks5://***@proxy.example.com:1080"', scheme],
    ['ftp://proxy.example.com', '"ftp://proxy.example.com"', scheme],
    ['http://', hidden, notUrl],
    ['http://u:secret', hidden, notUrl],
    ['http://proxy.example.com:70000', '"http://proxy.example.com:70000"', notUrl],
    ['http://u:se#cret@proxy.example.com', '"http://***@proxy.example.com"', notUrl],
    ['http://u:1#secret@proxy.example.com', '"http://***@proxy.example.com"', more],
    ['http://u:1/secret@proxy.example.com', '"http://***@proxy.example.com"', more],
    ['http://u:1?secret@proxy.example.com', '"http://***@proxy.example.com"', more],
    ['http://proxy.example.com/secret', hidden, more],
    [
      'http://u:secret%zz@proxy.example.com',
      '"http://***@proxy.example.com"',
      'has a user or password with a % that encodes nothing (% is %25)',
    ],
  ])('with %j is reported with what was seen, and without a password', (text, seen, problem) => {
    for (const name of ['https_proxy', 'HTTPS_PROXY', 'HTTP_PROXY']) {
      const env = { [name]: text, ...(name === 'HTTP_PROXY' && { HTTPS_PROXY: '' }) };
      const { problems, variables } = readProxies(env);
      expect(problems).toEqual([`${name}: ${seen} ${problem}. Example: ${name}: ${proxy}`]);
      expect(problems.join()).not.toContain('secret');
      expect(variables).toEqual({});
    }
  });

  test.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'])(
    'is only %s, because all calls are HTTPS',
    (name) => {
      expect(readProxies({ [name]: 'http://u:secret@proxy.example.com:3128' }).problems).toEqual([
        `${name}: "http://***@proxy.example.com:3128" is set and HTTPS_PROXY is not, but all calls are HTTPS. Set HTTPS_PROXY too, or set it to the empty string if the runner reaches AWS and GitHub directly. Example: HTTPS_PROXY: ${proxy}`,
      ]);
    },
  );

  test.each([
    ['24.4.1', 1],
    ['24.5.0', 0],
    ['24.21.0', 0],
    ['26.0.0', 0],
    ['22.21.0', 1],
  ])('is a proxy on Node %s: %i', (node, count) => {
    const { problems } = readProxies({ HTTPS_PROXY: proxy }, node);
    expect(problems).toHaveLength(count);
    for (const problem of problems)
      expect(problem).toContain(`24.5.0 or newer, and this is ${node}`);
  });

  test('is not reported for an old Node without a proxy', () => {
    expect(readProxies({}, '24.4.1').problems).toEqual([]);
  });

  test('does not hide other problems', () => {
    expect(readProxies({ http_proxy: 'x', all_proxy: 'y' }).problems).toHaveLength(2);
  });
});

describe('secrets', () => {
  const secretsOf = (text: string) => readProxies({ HTTPS_PROXY: text }).secrets;
  const basic = (text: string) => Buffer.from(text).toString('base64');

  test.each([
    ['http://user:pa%20ss@proxy', ['pa%20ss', 'pa ss', basic('user:pa ss')]],
    ['http://user:p|ss@proxy', ['p|ss', 'p%7Css', basic('user:p|ss')]],
    ['http://user:a:b@proxy', ['a:b', 'a%3Ab', basic('user:a:b')]],
    ['http://token@proxy', ['token', basic('token:')]],
    ['user:word@proxy', ['word', basic('user:word')]],
    ['http://u:se#cret@proxy', ['se#cret', basic('u:se#cret')]],
    ['http://u:50%@proxy', ['50%', basic('u:50%')]],
    ['socks5://u:word@proxy', ['word', basic('u:word')]],
    [proxy, []],
  ])('of %s are a password in every form', (text, secrets) => {
    expect(new Set(secretsOf(text))).toEqual(new Set(secrets));
  });

  test('come from every variable, even if it is ignored', () => {
    const env = { ALL_PROXY: 'http://a:one@x', http_proxy: 'http://b:two@x', NO_PROXY: '*' };
    expect(readProxies(env).secrets).toEqual(expect.arrayContaining(['one', 'two']));
  });

  test('do not include the user name next to a password, which can be any word of the log', () => {
    expect(secretsOf('http://main:word@proxy')).not.toContain('main');
  });
});
