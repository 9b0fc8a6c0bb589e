import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explainDeniedToken } from '../../../src/aws/credentials/role-denied.ts';
import { CallError } from '../../../src/aws/errors/call-error.ts';
import { type Fakes, type FakesOptions, startFakes } from '../../fakes/fakes.ts';
import { defaultPull } from '../../fakes/github/github.ts';
import { certify } from '../../fakes/tls.ts';
import { behindProxy, hosts, type Trust, targetsOf } from './behind-proxy.ts';
import { runOn } from './scenario.ts';

const enterprise: FakesOptions = { gitHubRoot: '/api/v3' };
const server = 'https://ghes.example';
const event = {
  pull_request: {
    number: defaultPull.number,
    head: { sha: defaultPull.headSha, repo: { full_name: 'octo-org/prefixes' } },
  },
};

const commented = (fakes: Fakes) => ({
  with: { 'dry-run': 'true', comment: 'true', 'github-token': fakes.github.token },
  event,
});

let folder: string;
let trust: Trust;

beforeAll(async () => {
  const certificate = await certify([...Object.values(hosts), 'ghes.example']);
  folder = mkdtempSync(join(tmpdir(), 'byoasn-ca-'));
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, certificate.ca);
  trust = { certificate, caFile };
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A token as the server's own issuer signs it; nothing here verifies it. */
function tokenOf(claims: Readonly<Record<string, string>>): string {
  return ['header', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'signature'].join(
    '.',
  );
}

describe('on GitHub Enterprise Server', () => {
  test('the condition to paste has its issuer with host and path', () => {
    const aud = 'sts.amazonaws.com';
    const sub = 'repo:octo-org/prefixes:environment:byoasn';
    const answer = { kind: 'denied', code: 'AccessDenied', message: 'No.' } as const;
    const { lines } = explainDeniedToken(
      new CallError({ ...answer, httpStatus: 403, requestId: undefined }),
      { arn: 'arn:aws:iam::111122223333:role/byoasn-apply' },
      tokenOf({ iss: `${server}/_services/token`, aud, sub }),
    );
    expect(lines).toContain(`  iss: ${server}/_services/token`);
    const text = lines.join('\n');
    expect(JSON.parse(text.slice(text.indexOf('{')))).toEqual({
      StringEquals: {
        'ghes.example/_services/token:aud': aud,
        'ghes.example/_services/token:sub': sub,
      },
    });
  });

  test.each(['', '/'])('the comment goes to its API and leads to its pages (%j)', async (end) => {
    const fakes = await startFakes(enterprise);
    try {
      expect(fakes.github.url).toMatch(/\/api\/v3$/);
      const { log, summary } = await runOn(fakes, {
        ...commented(fakes),
        env: {
          GITHUB_EVENT_NAME: 'pull_request',
          GITHUB_API_URL: `${fakes.github.url}${end}`,
          GITHUB_SERVER_URL: server,
        },
      });
      expect(log).toContain('comment created: ');
      const [comment] = fakes.github.repository().comments(defaultPull.number);
      expect(comment?.body).toContain(`${server}/octo-org/prefixes/actions/runs/1234567890`);
      expect(`${comment?.body}${summary}`).not.toContain('https://github.com/octo-org');
    } finally {
      await fakes.close();
    }
  });

  test('an API that is not below GITHUB_API_URL is not guessed', async () => {
    const fakes = await startFakes(enterprise);
    try {
      const { log } = await runOn(fakes, {
        ...commented(fakes),
        env: {
          GITHUB_EVENT_NAME: 'pull_request',
          GITHUB_API_URL: fakes.github.url.replace('/api/v3', ''),
        },
      });
      expect(log).toContain('[warning] No comment: ');
      expect(fakes.github.repository().comments(defaultPull.number)).toEqual([]);
    } finally {
      await fakes.close();
    }
  });

  test('with its own CA and behind a proxy, the comment is created', () =>
    behindProxy(
      trust,
      async ({ fakes, proxy, run }) => {
        const { log } = await run({
          ...commented(fakes),
          env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_SERVER_URL: server },
        });
        expect(log).toContain('comment created: ');
        expect(targetsOf(proxy)).toContain('CONNECT ghes.example:443');
      },
      { fakes: enterprise, hosts: { ...hosts, github: 'ghes.example' } },
    ));
});
