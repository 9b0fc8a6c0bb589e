import { parseAccountId } from './account-id.ts';
import { createApprovedReader, parseState, stepParser } from './approved-plan.ts';
import { parseCidr } from './cidr.ts';
import { type Origin, parseOrigin } from './origin.ts';
import { parseRegion } from './region.ts';
import { digestOfRoutes, parseRouteDigest, type RouteCall } from './route-digest.ts';
import type { RouteStep } from './step.ts';
import { parseTargetName } from './target-name.ts';

/** A route of an approved plan, as in the output `plan`. */
export interface ApprovedRoute extends Omit<RouteCall, 'step'> {
  readonly target: string;
  readonly to: Origin;
  readonly step: RouteStep;
}

const parseStep = stepParser<RouteStep>([
  'advertise',
  'swap',
  'withdraw',
  'wait',
  'keep',
  'refuse',
]);

/** Reads the output `plan-digest` of the routes action, or the JSON of its output `plan`. */
export const parseApprovedRoutes = createApprovedReader<ApprovedRoute>({
  parseDigest: parseRouteDigest,
  readChange: (read) => {
    const target = read('target', parseTargetName);
    const accountId = read('account_id', parseAccountId);
    const region = read('region', parseRegion);
    const cidr = read('cidr', (text) => parseCidr(text, { specialUse: 'accept' }));
    const from = read('from', parseState);
    const to = read('to', (text) => parseOrigin(text, { specialUse: 'accept' }));
    const step = read('step', parseStep);
    const isRead = target && accountId && region && cidr && from && to && step;
    return isRead ? { target, accountId, region, cidr, from, to, step } : undefined;
  },
  nameOf: ({ cidr }) => cidr,
  digestOf: (changes) => digestOfRoutes(callsOf(changes)),
});

/** Those of some planned routes that change something. */
export function callsOf<Item extends { readonly step: RouteStep }>(
  items: readonly Item[],
): readonly (Item & Pick<RouteCall, 'step'>)[] {
  return items.flatMap((item) => {
    const { step } = item;
    return step === 'advertise' || step === 'swap' || step === 'withdraw'
      ? [{ ...item, step }]
      : [];
  });
}
