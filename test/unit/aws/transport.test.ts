import { HttpRequest } from '@smithy/core/protocols';
import { describe, expect, test } from 'vitest';
import { wrapHandler } from '../../../src/aws/transport.ts';

describe('a connection that breaks', () => {
  test.each([
    ['without a proxy', {}],
    ['if an empty variable turns the proxy off', { https_proxy: '' }],
  ])('leaves open whether the request was carried out %s', async (_, proxies) => {
    const handle = async () => {
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    };
    const handler = { handle, updateHttpClientConfig: () => {}, httpHandlerConfigs: () => ({}) };
    const request = new HttpRequest({ protocol: 'https:', hostname: 'ec2.example' });
    await expect(wrapHandler(handler, proxies).handle(request)).rejects.toMatchObject({
      result: { kind: 'ambiguous', code: 'ECONNRESET' },
    });
  });
});
