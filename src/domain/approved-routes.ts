import { parseAccountId } from './account-id.ts';
import { createApprovedReader, parseState, stepParser } from './approved-plan.ts';
import { parseCidr } from './cidr.ts';
import { type Origin, parseOrigin } from './origin.ts';
import { parseRegion } from './region.ts';
import { digestOfRoutes, parseRouteDigest, type RouteCall } from './route-digest.ts';
import { isChange, stepsOf } from './step.ts';
import { parseTargetName } from './target-name.ts';

/** A route of an approved plan, as in the output `plan`. */
export interface ApprovedRoute extends RouteCall {
  readonly target: string;
  readonly to: Origin;
}

const parseStep = stepParser(stepsOf.routes);

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
  digestOf: (changes) => digestOfRoutes(changes.filter(({ step }) => isChange(step))),
});
