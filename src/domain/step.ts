/** What a run does with a pair: create it, wait for it, nothing, or refuse. */
export type Step = 'associate' | 'wait' | 'keep' | 'refuse';
