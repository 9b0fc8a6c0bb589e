import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { applyPolicy } from '../../../src/aws/policies.ts';
import type { Fakes } from '../../fakes/fakes.ts';
import { grantOf } from '../../fakes/grant.ts';
import { main, runFile } from '../action/fleet.ts';
import { dryRun, own, runRoute, runRouteFile, withRouteFakes } from './route-scenario.ts';

/** The file at a step: its entries for both ASNs, and the origin. */
function fileOf(associations: readonly object[], origin: number): string {
  const entries = associations.map((entry) => ({ ...entry, cidr: own }));
  const routes = [{ cidr: own, origin }];
  return stringify({ version: 1, targets: [{ ...main, associations: entries, routes }] });
}

const [a, b] = [{ asn: 64500 }, { asn: 64501 }];
const allowRemove = { 'allow-remove': 'true' };

/** A plan on a pull request, and its apply after the approval; both by one of the actions. */
async function review(
  run: typeof runFile | typeof runRouteFile,
  fakes: Fakes,
  file: string,
  inputs: Readonly<Record<string, string>> = {},
) {
  const planned = await run(fakes, file, { ...inputs, ...dryRun });
  const approved = { 'expected-plan': planned.outputs['plan-digest'] ?? '' };
  const applied = await run(fakes, file, { ...inputs, ...approved });
  return [planned.reason, applied.reason, JSON.parse(planned.outputs.counts ?? '{}')] as const;
}

test.concurrent('a swap from AS64500 to AS64501 takes three reviewed changes of one file', () =>
  withRouteFakes(
    {
      cidrs: [
        {
          cidr: own,
          state: 'advertised',
          origin: '64500',
          advertisementType: 'unicast',
          associations: [{ asn: '64500', state: 'associated' }],
        },
      ],
      role: { actions: grantOf(applyPolicy(main.region, undefined, { removes: true })) },
    },
    async (fakes) => {
      const origin = () => fakes.ipam.advertisement(own)?.origin;

      const associated = await review(runFile, fakes, fileOf([a, b], 64500));
      expect(associated).toMatchObject(['planned', 'applied', { associate: 1, keep: 1 }]);
      const last = fileOf([{ ...a, remove: true }, b], 64501);
      const early = await runFile(fakes, last, { ...allowRemove, ...dryRun });
      expect(early.log).toContain('asn-in-use');

      const swapped = await review(runRouteFile, fakes, fileOf([a, b], 64501));
      expect(swapped).toMatchObject(['planned', 'applied', { swap: 1 }]);
      expect(origin()).toBe('64501');

      const removed = await review(runFile, fakes, last, allowRemove);
      expect(removed).toMatchObject(['planned', 'disassociated', { disassociate: 1, keep: 1 }]);
      expect(origin()).toBe('64501');

      const made = fakes.requestLog.changes.map(({ verb, asn }) => `${verb} ${asn}`);
      expect(made).toEqual(['associate 64501', 'advertise 64501', 'disassociate 64500']);
      for (const run of [runFile, runRouteFile]) {
        expect((await run(fakes, last, { ...dryRun })).reason).toBe('no-changes');
      }
    },
  ));

test.concurrent('a swap to AWS waits until no association shows another origin', async () => {
  const { fakes, outputs } = await runRoute({ with: { cidr: own, origin: 'AWS' } });
  expect(outputs).toMatchObject({ reason: 'advertised', origin: 'AWS', 'origin-source': 'ipam' });
  const calls = fakes.requestLog.of('AdvertiseByoipCidr').map(({ params }) => params);
  expect(calls).toMatchObject([{ Asn: 'AWS', Cidr: own }]);
});
