import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { type Fakes, startFakes } from '../../fakes/fakes.ts';
import { defaultPull } from '../../fakes/github/github.ts';
import { configFile, main } from './fleet.ts';
import { type Ended, runOn, type Scenario } from './scenario.ts';

/** Longer than what a page shows of a text, so that the secret behind it is cut off in the middle. */
const preamble = 'x'.repeat(950);

/** An endpoint that refuses everything, and quotes what it was sent. */
async function startQuoting(
  quote: (request: IncomingMessage, form: URLSearchParams) => string,
): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const message = quote(request, new URLSearchParams(await text(request)));
    const error = `<Error><Code>InvalidParameterValue</Code><Message>${message}</Message></Error>`;
    response
      .writeHead(400, { 'content-type': 'text/xml' })
      .end(`<Response><Errors>${error}</Errors>${error}<RequestID>req-1</RequestID></Response>`);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Everything that is published, the comment included; the log is what the process printed, without masks. */
function published({ fakes, outputs, summary, planFile, planPage, printed, raw }: Ended): string {
  const comments = fakes.github.repository().comments(defaultPull.number);
  expect(comments).toHaveLength(1);
  const annotations = printed.filter(({ level }) => level === 'error');
  expect(annotations.length).toBeGreaterThan(0);
  const unmasked = raw.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  return [
    ...Object.values(outputs),
    summary,
    planFile,
    planPage,
    ...unmasked,
    comments[0]?.body,
  ].join('\n');
}

const commented = (fakes: Fakes) => ({
  comment: 'true',
  'github-token': fakes.github.token,
  'pr-number': String(defaultPull.number),
});

async function runQuoting(
  variable: string,
  quote: Parameters<typeof startQuoting>[0],
  scenario: Partial<Scenario> = {},
): Promise<Ended> {
  const [fakes, quoting] = await Promise.all([startFakes(), startQuoting(quote)]);
  try {
    return await runOn(fakes, {
      ...scenario,
      with: { ...commented(fakes), ...scenario.with },
      env: { ...fakes.env.github, ...scenario.env, [variable]: quoting.url },
    });
  } finally {
    quoting.close();
    await fakes.close();
  }
}

describe.concurrent('a secret that is quoted', () => {
  test('by STS, such as the ID token, is never published', async () => {
    const ended = await runQuoting(
      'AWS_ENDPOINT_URL_STS',
      (_, form) => `the token ${form.get('WebIdentityToken')} is wrong`,
    );
    const [token] = ended.fakes.issuer.tokens;
    expect(ended.log).toContain('the token *** is wrong');
    expect(ended.outputs.result).toContain('the token *** is wrong');
    expect(published(ended)).not.toContain(token?.value ?? '');
  });

  test.each(['', preamble])(
    'by EC2, the session token, is never published, in full or in part (%#)',
    async (first) => {
      const ended = await runQuoting(
        'AWS_ENDPOINT_URL_EC2',
        ({ headers }) => `${first} ${headers['x-amz-security-token']} and ${headers.authorization}`,
      );
      const secrets = ended.fakes.credentials.secrets().slice(2);
      expect(secrets).toHaveLength(3);
      expect(ended.outputs.reason).toBe('request-rejected');
      const seen = published(ended);
      for (const secret of secrets) expect(seen).not.toContain(secret.slice(0, 15));
      expect(ended.outputs.result).toContain('*** and AWS4-HMAC-SHA256 Credential=***/');
    },
  );

  test('by STS, such as a web identity token from the environment, is not published either', async () => {
    const token = 'example.web-identity.token';
    const ended = await runQuoting(
      'AWS_ENDPOINT_URL_STS',
      (_, form) => `the token ${form.get('WebIdentityToken')} is wrong`,
      {
        credentials: 'none',
        files: { token: `${token}\n` },
        env: {
          AWS_WEB_IDENTITY_TOKEN_FILE: 'token',
          AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/byoasn-apply',
        },
      },
    );
    expect(published(ended)).not.toContain(token);
    expect(ended.masks).toContain(token);
  });

  test('by AWS in a status message is not in the plan file either', async () => {
    const fakes = await startFakes();
    const secret = fakes.env.credentials.AWS_SECRET_ACCESS_KEY ?? '';
    const cidr = '198.51.100.0/24';
    const statusMessage = `could not use ${secret}`;
    fakes.ipam.setAssociation({
      asn: '64500',
      cidr,
      state: 'failed-disassociation',
      statusMessage,
    });
    fakes.ipam.setAssociation({ asn: '64501', cidr, state: `stuck with ${secret}` });
    const associations = [{ asn: 64500, cidr }];
    const ended = await runOn(fakes, {
      credentials: 'env',
      with: { ...commented(fakes), config: 'byoasn.yml' },
      env: fakes.env.github,
      files: { 'byoasn.yml': configFile([{ ...main, associations }]) },
    }).finally(() => fakes.close());
    expect(ended.planFile).toContain('stuck with ***');
    expect(ended.outputs['status-message']).toBe('could not use ***');
    expect(published(ended)).not.toContain(secret);
  });
});
