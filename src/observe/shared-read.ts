/**
 * Shares reads between concurrent callers. Only one runs at a time. Whoever asks while it runs shares
 * the next one, because the running one may have missed what they want to see.
 */
export function shareReads<T>(read: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  const start = () => {
    const current = read();
    last = current;
    next = undefined;
    return current;
  };
  return () => {
    next ??= last.then(start, start);
    return next;
  };
}
