/** What a run does about an association: create it, remove it, wait for it, keep it, or refuse. */
export type Step = 'associate' | 'disassociate' | 'wait' | 'keep' | 'refuse';

/** What a run does about a route: change it, wait for it, keep it, or refuse. */
export type RouteStep = 'advertise' | 'swap' | 'withdraw' | 'wait' | 'keep' | 'refuse';

/** The steps of each action in the order of its counts, which name `disassociate` only if there is one. */
export const stepsOf = {
  associations: ['associate', 'wait', 'keep', 'refuse'],
  routes: ['advertise', 'swap', 'withdraw', 'wait', 'keep', 'refuse'],
} as const satisfies Record<'associations' | 'routes', readonly (Step | RouteStep)[]>;

/** Whether a step changes something in AWS. */
export function isChange(step: Step | RouteStep): boolean {
  return step !== 'wait' && step !== 'keep' && step !== 'refuse';
}
