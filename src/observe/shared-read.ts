/**
 * Shares reads between concurrent callers, one read at a time. Callers that arrive during a read share the
 * next one, because the current one may miss what they wait for.
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
