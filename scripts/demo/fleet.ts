import { readFileSync } from 'node:fs';
import { parseConfig } from '../../src/config/parse.ts';
import type { StepResult } from '../../test/e2e/action/runner.ts';
import type { Fakes } from '../../test/fakes/fakes.ts';
import { defaultPull } from '../../test/fakes/github/github.ts';
import { startFakesFor } from './fakes-for.ts';
import { demonstrateStep, type Inputs, showPage } from './step.ts';

/**
 * Shows a config file on fake servers that have its accounts: plan, apply with the digest, apply again, and
 * an approval that is out of date. Returns the exit status of the apply, or of a refused plan.
 */
export async function demonstrateFleet(path: string, inputs: Inputs): Promise<number> {
  const text = readFile(path);
  if (text === undefined) return 2;
  const { targets = [] } = parseConfig(text, path, { specialUse: 'accept' });
  const fakes = await startFakesFor(targets);
  const step = (title: string, more: Inputs) =>
    demonstrateStep(title, fakes, {
      with: {
        config: 'byoasn.yml',
        'role-to-assume': 'arn:aws:iam::{account}:role/byoasn-apply',
        rpki: fakes.rpki.url,
        comment: 'true',
        'github-token': fakes.github.token,
        'pr-number': String(defaultPull.number),
        ...inputs,
        ...more,
      },
      files: { 'byoasn.yml': text },
    });
  const approved = ({ outputs }: StepResult) => ({ 'expected-plan': outputs['plan-digest'] ?? '' });
  try {
    const planned = await step('The plan, as on a pull request', { 'dry-run': 'true' });
    showComment(fakes);
    if (planned.exitCode !== 0) return planned.exitCode ?? 1;
    const applied = await step('The apply, once the plan is approved', approved(planned));
    showComment(fakes);
    const again = await step('The same apply again', approved(planned));
    const [{ accountId = '', region = '', associations: [pair] = [] } = {}] = targets;
    if (pair) {
      fakes.ec2.ipam(accountId, region).removeAssociation(pair.asn, pair.cidr);
      const title = 'The approval of "nothing to do", after someone disassociated a pair';
      await step(title, approved(again));
    }
    return applied.exitCode ?? 1;
  } finally {
    await fakes.close();
  }
}

/** The text of the file; undefined, with a message, if it cannot be read. */
function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    console.error(`--config: ${error instanceof Error ? error.message : error}`);
    console.error(`Give an absolute path, or one relative to ${process.cwd()}.`);
    return undefined;
  }
}

function showComment(fakes: Fakes): void {
  const [comment] = fakes.github.repository().comments(defaultPull.number);
  if (comment) showPage('The comment on the pull request', comment.body);
}
