import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../../src/config/parse.ts';
import { runStep } from '../../test/e2e/action/runner.ts';
import { defaultPull } from '../../test/fakes/github/github.ts';
import { startFakesFor } from '../demo/fakes-for.ts';

/** The pages of a run in Markdown. */
interface Pages {
  readonly summary: string;
  readonly comment: string;
}

const file = join(import.meta.dirname, '..', '..', 'examples', 'byoasn.yml');

/** What AWS and RPKI have on one of the example's CIDRs, so that a reviewer has something to see. */
const live = '203.0.113.0/24';

/**
 * Plans examples/byoasn.yml on a pull request as the reusable workflow does, with the built action on fake
 * servers. One CIDR is advertised, and has ROAs only for Amazon's ASNs.
 */
export async function planExample(): Promise<Pages> {
  const text = readFileSync(file, 'utf8');
  const { targets = [] } = parseConfig(text, file, { specialUse: 'accept' });
  const fakes = await startFakesFor(targets, (cidr) =>
    cidr === live ? 'advertised' : 'provisioned',
  );
  const { behaviour } = fakes.rpki;
  behaviour.vrps = behaviour.vrps.filter(({ prefix, asn }) => prefix !== live || asn !== 64_501);
  try {
    const { summary, log } = await runStep({
      with: {
        config: 'byoasn.yml',
        'dry-run': 'true',
        'permission-check': 'false',
        'allow-special-use': 'true',
        'role-to-assume': 'arn:aws:iam::{account}:role/byoasn-plan',
        rpki: fakes.rpki.url,
        environment: 'byoasn',
        comment: 'true',
        'github-token': fakes.github.token,
      },
      env: {
        ...fakes.env.endpoints,
        ...fakes.env.oidc,
        ...fakes.env.github,
        GITHUB_EVENT_NAME: 'pull_request',
      },
      event: { pull_request: { number: defaultPull.number, head: { sha: '4f2c1d9a7b3e' } } },
      files: { 'byoasn.yml': text },
    });
    const [comment] = fakes.github.repository().comments(defaultPull.number);
    if (!comment) throw new Error(`The example has no comment:\n${log}`);
    return { summary, comment: comment.body };
  } finally {
    await fakes.close();
  }
}
