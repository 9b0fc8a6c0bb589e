import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startFakes } from '../../fakes/fakes.ts';
import type { FaultRule, PlainFault } from '../../fakes/faults.ts';
import { type Random, seededRandom } from '../../robustness/simulation/random.ts';
import { addDr, fleet, runFile } from '../action/fleet.ts';
import { runOn } from '../action/scenario.ts';

const runs = Number(process.env.SOAK_RUNS ?? 16);
const workers = 8;
const build = join(import.meta.dirname, '..', '..', '..', 'build');

const operations = [
  'token',
  'AssumeRoleWithWebIdentity',
  'DescribeByoipCidrs',
  'DescribeIpamByoasn',
  'AssociateIpamByoasn',
] as const;
const faults = [
  'throttle',
  'status500',
  '502-html',
  '503-unavailable',
  'hangup',
  'cut',
  'garbled',
  'empty',
  'applied-then-500',
  'applied-then-503',
  'applied-then-hangup',
] as const satisfies readonly PlainFault[];

/** Up to three faults, and no more of an operation than its retries overcome. */
function drawFaultRules(random: Random): readonly FaultRule[] {
  const rules = Array.from({ length: random.integer(0, 3) }, () => ({
    operation: random.choose(operations),
    fault: random.choose(faults),
    skip: random.integer(0, 1),
  }));
  return rules.filter(
    ({ operation }, at) =>
      rules.slice(0, at).filter((rule) => rule.operation === operation).length < faultsOvercome,
  );
}

const faultsOvercome = 2;

/** A worker of runs, one after the other, each with its own realistic fake servers and faults. */
async function runWorker(nth: number, count: number): Promise<number> {
  let succeeded = 0;
  for (let run = 0; run < count; run += 1) {
    const seed = nth * 1000 + run;
    const random = seededRandom(seed);
    const fakes = await startFakes({ behaviour: { transition: { reads: random.integer(0, 2) } } });
    try {
      for (const fault of drawFaultRules(random)) fakes.faults.add(fault);
      const more = { 'wait-timeout-seconds': '120' };
      const file = random.chance(0.5);
      if (file) addDr(fakes);
      const ended = file ? await runFile(fakes, fleet, more) : await runOn(fakes, { with: more });
      expect(['associated', 'applied'], `seed ${seed}: ${ended.log}`).toContain(ended.reason);
      expect(fakes.requestLog.changes).toHaveLength(file ? 3 : 1);
      succeeded += 1;
    } finally {
      await fakes.close();
    }
  }
  return succeeded;
}

test(`${runs} runs with random faults end as they must`, {
  timeout: 90 * 60_000,
}, async () => {
  const started = performance.now();
  const counts = await Promise.all(
    Array.from({ length: workers }, (_, nth) => runWorker(nth, Math.ceil((runs - nth) / workers))),
  );
  const succeeded = counts.reduce((sum, count) => sum + count, 0);
  expect(succeeded).toBe(runs);
  mkdirSync(build, { recursive: true });
  const seconds = Math.round((performance.now() - started) / 1000);
  writeFileSync(join(build, 'soak.json'), JSON.stringify({ runs, succeeded, seconds }));
});
