import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseConfig } from '../../src/config/parse.ts';
import { runStep } from '../../test/e2e/action/runner.ts';
import { defaultPull } from '../../test/fakes/github/github.ts';
import { startFakesFor } from '../demo/fakes-for.ts';

/** The pages of a plan and of its apply, in Markdown. */
interface Pages {
  readonly planned: { readonly summary: string; readonly comment: string };
  readonly applied: { readonly summary: string; readonly comment: string };
}

const file = join(import.meta.dirname, '..', '..', 'examples', 'byoasn.yml');

/** The CIDR of the example that AWS advertises, and that is not RPKI valid. */
const live = '203.0.113.0/24';

/**
 * Plans examples/byoasn.yml on a pull request and applies it on main, as the reusable workflow does, with
 * the built action on fake servers. One CIDR is advertised, and has ROAs only for Amazon's ASNs.
 */
export async function runExample(): Promise<Pages> {
  const text = readFileSync(file, 'utf8');
  const { targets = [] } = parseConfig(text, file, { specialUse: 'accept' });
  const fakes = await startFakesFor(targets, (cidr) =>
    cidr === live ? 'advertised' : 'provisioned',
  );
  const { behaviour } = fakes.rpki;
  behaviour.vrps = behaviour.vrps.filter(({ prefix, asn }) => prefix !== live || asn !== 64_501);
  const step = async (inputs: Readonly<Record<string, string>>, event: string) => {
    const { summary, outputs, log } = await runStep({
      with: {
        config: 'byoasn.yml',
        'allow-special-use': 'true',
        rpki: fakes.rpki.url,
        environment: 'byoasn',
        comment: 'true',
        'github-token': fakes.github.token,
        'pr-number': String(defaultPull.number),
        ...inputs,
      },
      env: {
        ...fakes.env.endpoints,
        ...fakes.env.oidc,
        ...fakes.env.github,
        GITHUB_EVENT_NAME: event,
      },
      event: event === 'push' ? {} : { pull_request: { number: defaultPull.number } },
      files: { 'byoasn.yml': text },
    });
    const [comment] = fakes.github.repository().comments(defaultPull.number);
    if (!comment) throw new Error(`The example has no comment:\n${log}`);
    return { summary, comment: comment.body, digest: outputs['plan-digest'] ?? '' };
  };
  try {
    const plan = { 'dry-run': 'true', 'permission-check': 'false', 'role-to-assume': role('plan') };
    const planned = await step(plan, 'pull_request');
    // EC2 allows DescribeByoipCidrs once per two seconds.
    await setTimeout(2_000);
    const apply = { 'expected-plan': planned.digest, 'role-to-assume': role('apply') };
    return { planned, applied: await step(apply, 'push') };
  } finally {
    await fakes.close();
  }
}

function role(name: string): string {
  return `arn:aws:iam::{account}:role/byoasn-${name}`;
}
