import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { parseConfig } from '../../src/config/parse.ts';
import type { Target } from '../../src/domain/target.ts';
import { runStep, type StepResult } from '../../test/e2e/action/runner.ts';
import type { Fakes } from '../../test/fakes/fakes.ts';
import { defaultPull } from '../../test/fakes/github/github.ts';
import { startFakesFor } from './fakes-for.ts';
import { showHeading, showPage, showStep } from './show.ts';

type Inputs = Readonly<Record<string, string>>;

/**
 * Shows a config file from the plan on the pull request to the end, on fake servers that have its accounts:
 * plan, apply with the digest, apply again, and an approval that no longer fits. Gives the exit status
 * of the apply, or of the plan where it is refused.
 */
export async function demonstrateFleet(path: string, inputs: Inputs): Promise<number> {
  const text = readFile(path);
  if (text === undefined) return 2;
  const targets = parseConfig(text, path, { specialUse: 'accept' }).targets ?? [];
  const fakes = await startFakesFor(targets);
  const step = async (title: string, more: Inputs) => {
    // Further apart than EC2's two seconds per DescribeByoipCidrs, as the jobs of a pipeline are.
    await setTimeout(2_000);
    showHeading(title);
    const result = await runStep({
      with: {
        config: 'byoasn.yml',
        'allow-special-use': 'true',
        'role-to-assume': 'arn:aws:iam::{account}:role/byoasn-apply',
        rpki: fakes.rpki.url,
        comment: 'true',
        'github-token': fakes.github.token,
        'pr-number': String(defaultPull.number),
        ...inputs,
        ...more,
      },
      env: { ...fakes.env.endpoints, ...fakes.env.oidc, ...fakes.env.github },
      files: { 'byoasn.yml': text },
    });
    showStep(result);
    return result;
  };
  try {
    return await demonstrateChanges(fakes, targets, step);
  } finally {
    await fakes.close();
  }
}

/** The text of the file; undefined, with a message, when it cannot be read. */
function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    console.error(`--config: ${error instanceof Error ? error.message : error}`);
    console.error(`Give its path in full, or from ${process.cwd()}.`);
    return undefined;
  }
}

async function demonstrateChanges(
  fakes: Fakes,
  targets: readonly Target[],
  step: (title: string, inputs: Inputs) => Promise<StepResult>,
): Promise<number> {
  const planned = await step('The plan, as on a pull request', { 'dry-run': 'true' });
  const digestOf = ({ outputs }: StepResult) => ({ 'expected-plan': outputs['plan-digest'] ?? '' });
  showComment(fakes);
  if (planned.exitCode !== 0) return planned.exitCode ?? 1;
  const applied = await step('The apply, once the plan is approved', digestOf(planned));
  showComment(fakes);
  const again = await step('The same apply again', digestOf(planned));

  const [target] = targets;
  const [pair] = target?.associations ?? [];
  if (target?.accountId !== undefined && pair) {
    fakes.ec2.ipam(target.accountId, target.region).removeAssociation(pair.asn, pair.cidr);
    const title = 'The approval of "nothing to do", after someone disassociated a pair';
    await step(title, digestOf(again));
  }
  return applied.exitCode ?? 1;
}

function showComment(fakes: Fakes): void {
  const [comment] = fakes.github.repository().comments(defaultPull.number);
  if (comment) showPage('The comment on the pull request', comment.body);
}
