import { applyPlan } from './apply/apply.ts';
import { rehearsePlan } from './apply/rehearse.ts';
import type { Connection } from './aws/connection.ts';
import { explaining } from './aws/explain.ts';
import { observe } from './aws/observe.ts';
import { describeByoipCidrsIntervalMs, startPace } from './aws/pace.ts';
import { persist } from './aws/persist.ts';
import { planPolicy, policyLines } from './aws/policies.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { asFailure, Failure } from './failure.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { type Ledger, type Outcome, openLedger } from './ledger.ts';
import { makePlan, type Plan } from './plan/plan.ts';
import type { Reason } from './reasons.ts';
import { elapsedText, inputLines, planLines } from './report/log.ts';
import type { World } from './world.ts';

/** Runs the action in a world, and always comes back with the outcome, whatever happens. */
export async function main(world: World): Promise<Outcome> {
  const ledger = openLedger();
  try {
    return ledger.close(await Promise.race([runLine(world, ledger), cancellation(world)]));
  } catch (thrown) {
    return ledger.close(asFailure(thrown));
  } finally {
    world.log.close();
  }
}

/** The line: inputs, desired, observed, plan, apply. The report is the shell's. */
async function runLine(world: World, ledger: Ledger): Promise<Reason> {
  const { log, clock } = world;
  const started = clock.now();

  const inputs = readInputs(world.readInput, world.env);
  const { associations, mode, region } = inputs;
  ledger.open({ mode, region }, associations);
  log.group('Inputs');
  for (const text of inputLines(inputs)) log.line(text);

  log.group('Credentials');
  const bounds = { ...world, deadline: startDeadline(clock, inputs.waitTimeoutSeconds) };
  const connection = await connect(inputs, bounds);
  if (connection === 'fork') return 'fork-no-credentials';
  log.line(inputs.role ? `assumed ${inputs.role.arn}` : 'the credential chain has credentials');
  await guardAccount(inputs, connection, bounds, ledger);

  log.group('Plan');
  const pace = startPace(describeByoipCidrsIntervalMs, clock);
  const observed = await explaining(
    `read the BYOIP CIDRs of ${region}`,
    observe(connection.ec2, pace, bounds),
    ({ kind }) => (kind === 'denied' ? { lines: policyLines(planPolicy(region)) } : {}),
  );
  const plan = makePlan(inputs, observed);
  ledger.plan(plan);
  for (const text of planLines(plan)) log.line(text);
  refuseOrGoOn(plan, region);

  log.group(mode === 'plan' ? 'Dry run' : 'Apply');
  const elapsed = () => elapsedText(clock.now() - started);
  const run = { ...bounds, ec2: connection.ec2, pace, ledger, region, elapsed };
  return mode === 'plan'
    ? rehearsePlan(plan, inputs.permissionCheck, run)
    : applyPlan(plan, inputs.until, run);
}

type Bounds = World & { readonly deadline: Deadline };

/** A dry run on a pull request that GitHub gives no credentials has done what it can offline. */
async function connect(inputs: Inputs, world: Bounds): Promise<Connection | 'fork'> {
  try {
    return await explaining('get AWS credentials', world.connect(inputs, world));
  } catch (error) {
    const missing = error instanceof Failure && error.reason === 'no-credentials';
    if (!missing || inputs.mode === 'apply' || !isDeprived(inputs, world.github)) throw error;
    world.log.notice(
      `${error.message}. The ASN and the CIDR were checked offline; AWS was not asked.`,
    );
    return 'fork';
  }
}

/** Whether GitHub gives such a run no credentials; a job with an ID token has them coming. */
function isDeprived({ role }: Inputs, { trigger, idToken }: World['github']): boolean {
  return trigger !== 'repository' && !(role && idToken);
}

async function guardAccount(
  { allowedAccountIds, region }: Inputs,
  connection: Connection,
  world: Bounds,
  ledger: Ledger,
): Promise<void> {
  if (allowedAccountIds.length === 0) {
    ledger.account(connection.accountId ?? '');
    return;
  }
  const accountId = await explaining(
    `ask STS in ${region} which account the credentials belong to`,
    persist(connection.callerAccountId, world),
  );
  ledger.account(accountId);
  if (!allowedAccountIds.includes(accountId)) {
    const allowed = allowedAccountIds.join(', ');
    throw new Failure(
      'account-not-allowed',
      `The credentials belong to account ${accountId}, and allowed-account-ids names ${allowed}`,
    );
  }
  world.log.line(`account ${accountId} is allowed`);
}

/** Every refusal of the whole plan is told together, before anything is written. */
function refuseOrGoOn({ changes }: Plan, region: string): void {
  const refused = changes.filter(({ step }) => step === 'refuse');
  const [first] = refused;
  if (!first?.refusal) return;
  const texts = refused.map(
    ({ association: { asn, cidr }, why }) => `${cidr} with AS${asn}: ${why}`,
  );
  throw new Failure(first.refusal, `Refused in ${region}: ${texts.join('; ')}`);
}

/** Rejects when the run is cancelled, so that no await can outlast it. */
function cancellation({ cancelled }: World): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(cancelled.reason);
    if (cancelled.aborted) fail();
    else cancelled.addEventListener('abort', fail, { once: true });
  });
}
