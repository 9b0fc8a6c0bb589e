/** What a run does with a pair: create it, wait for it, nothing, or refuse. */
export type Step = 'associate' | 'wait' | 'keep' | 'refuse';

/** What a run does with a route: change it, wait for it, nothing, or refuse. */
export type RouteStep = 'advertise' | 'swap' | 'withdraw' | 'wait' | 'keep' | 'refuse';
