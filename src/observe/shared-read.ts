/** Gives the next snapshot that is begun after it was asked for. */
export type SharedRead<T> = () => Promise<T>;

/**
 * One snapshot at a time for all who ask: whoever asks while one is under way shares the one after
 * it with all others who do, because the one under way may have missed what they want to see.
 */
export function shareReads<T>(read: () => Promise<T>): SharedRead<T> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  const begin = () => {
    const snapshot = read();
    last = snapshot;
    next = undefined;
    return snapshot;
  };
  return () => {
    next ??= last.then(begin, begin);
    return next;
  };
}
