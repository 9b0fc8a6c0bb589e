import { describe, expect, test } from 'vitest';
import { checkMachine } from '../../../../src/cli/doctor/check-machine.ts';
import { readProxies } from '../../../../src/inputs/proxies.ts';

const proxy = 'http://jo:secret@proxy.example.com:3128';
const check = (env: Readonly<Record<string, string>>) =>
  checkMachine(env, readProxies(env, '24.5.0')).map(
    ({ status, subject, found }) => `${status} ${subject}: ${found}`,
  );

describe('the variables of a machine', () => {
  test.each([
    ['without any', {}, ['ok Proxy: none is set']],
    [
      'with a proxy, without its password',
      { HTTPS_PROXY: proxy, NO_PROXY: 'localhost' },
      ['ok Proxy: HTTPS_PROXY "http://***@proxy.example.com:3128", NO_PROXY "localhost"'],
    ],
    [
      'with certificates',
      { NODE_EXTRA_CA_CERTS: '/etc/ca.pem' },
      ['ok Proxy: NODE_EXTRA_CA_CERTS'],
    ],
    [
      'with other endpoints, sorted',
      {
        AWS_ENDPOINT_URL_STS: 'https://b.example.com',
        AWS_ENDPOINT_URL: 'https://a.example.com/x',
      },
      [
        'ok Proxy: none is set',
        'ok Endpoints: AWS_ENDPOINT_URL a.example.com, AWS_ENDPOINT_URL_STS b.example.com',
      ],
    ],
    [
      'with endpoints on this machine',
      { AWS_ENDPOINT_URL: 'http://localhost:1', AWS_ENDPOINT_URL_EC2: 'http://[::1]:2' },
      [
        'ok Proxy: none is set',
        'ok Endpoints: AWS_ENDPOINT_URL localhost:1, AWS_ENDPOINT_URL_EC2 [::1]:2',
      ],
    ],
    [
      'with an endpoint without TLS',
      { AWS_ENDPOINT_URL: 'http://a.example.com/x' },
      [
        'ok Proxy: none is set',
        'warning Endpoints: AWS_ENDPOINT_URL a.example.com is called without TLS',
      ],
    ],
    [
      'with an endpoint without a scheme',
      { AWS_ENDPOINT_URL: 'localhost:1', AWS_ENDPOINT_URL_STS: 'b.example.com' },
      [
        'ok Proxy: none is set',
        'fault Endpoints: AWS_ENDPOINT_URL has no scheme and host',
        'fault Endpoints: AWS_ENDPOINT_URL_STS has no scheme and host',
      ],
    ],
    [
      'with two spellings that differ',
      { HTTPS_PROXY: proxy, https_proxy: 'http://other.example.com:1' },
      [
        expect.stringMatching(
          /^warning Proxy: HTTPS_PROXY: "http:\/\/\*\*\*@proxy.example.com:3128" is ignored/,
        ),
      ],
    ],
    [
      'with an unsupported proxy',
      { HTTPS_PROXY: 'socks5://proxy.example.com:1080' },
      [expect.stringMatching(/^fault Proxy: HTTPS_PROXY: .* is not an http or https proxy/)],
    ],
  ])('are shown %s', (_, env, expected) => {
    expect(check(env)).toEqual(expected);
  });
});
