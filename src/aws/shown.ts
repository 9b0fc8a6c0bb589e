import { shorten } from '../report/plain.ts';

/** Far beyond what AWS writes, and little enough for GitHub's limits of outputs. */
const longestState = 200;
const longestMessage = 10_000;

/** A state as AWS writes it; what AWS leaves out, or calls by a word of this action, is not known. */
export function shownState(state: string | undefined): string {
  return state === undefined || state === 'absent' ? 'unknown' : shorten(state, longestState);
}

/** A status message as AWS writes it; empty without one. */
export function shownMessage(message: string | undefined): string {
  return shorten(message ?? '', longestMessage);
}
