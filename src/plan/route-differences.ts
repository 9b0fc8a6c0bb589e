import type { ApprovedRoute } from '../domain/approved-routes.ts';
import { originText } from '../domain/origin.ts';
import { isChange } from '../domain/step.ts';
import type { Plan, RouteChange } from './plan.ts';

/** The differences between an approved plan of routes and the current one, a line for each CIDR. */
export function findRouteDifferences(
  approved: readonly ApprovedRoute[],
  plan: Plan<RouteChange>,
): readonly string[] {
  const before = new Map(approved.map((route) => [`${route.cidr}`, route]));
  const now = new Map(plan.changes.map((change) => [`${change.route.cidr}`, change]));
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((cidr) => {
    const old = before.get(cidr);
    const change = now.get(cidr);
    if (!(old && isChange(old.step)) && !(change && isChange(change.step))) return [];
    const oldText = old ? approvedText(old) : 'not in the plan';
    const newText = change ? changeText(change) : 'not in the plan';
    return oldText === newText ? [] : `${cidr}: approved ${oldText}, now ${newText}`;
  });
}

function approvedText({ step, from, to, accountId, region }: ApprovedRoute): string {
  return `${stepText(step, from, to)} in ${accountId} ${region}`;
}

function changeText({ step, originBefore, route, target, why }: RouteChange): string {
  const text = stepText(step, originBefore.origin, route.origin);
  const reason = step === 'refuse' ? ` (${why})` : '';
  return `${text} in ${target.accountId ?? 'an unknown account'} ${target.region}${reason}`;
}

function stepText(step: string, from: string, to: string): string {
  return step === 'withdraw' ? step : `${step} (${originText(from)} to ${originText(to)})`;
}
