/** The rest of the work on an item. It starts at once and does not count towards the limit. */
export type Remainder = () => Promise<void>;

/** Whether the work on an item has failed, so nothing new may start. */
type IsStopping = () => boolean;

/**
 * Works on all items in order, up to `limit` at a time, and on the remainders that the work returns.
 * After an error, nothing new starts; running work is awaited before the first error is thrown.
 */
export async function forEachConcurrent<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item, isStopping: IsStopping) => Promise<Remainder | undefined>,
): Promise<void> {
  const remaining = items.values();
  const errors: unknown[] = [];
  const remainders: Promise<unknown>[] = [];
  const isStopping = () => errors.length > 0;
  // `doing` is called inside, because work may throw before it returns a promise.
  const attempt = async <T>(doing: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await doing();
    } catch (error) {
      errors.push(error);
      return undefined;
    }
  };
  const worker = async () => {
    for (const item of remaining) {
      if (isStopping()) return;
      const remainder = await attempt(() => work(item, isStopping));
      if (remainder) remainders.push(attempt(remainder));
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  await Promise.all(remainders);
  if (isStopping()) throw errors[0];
}

/** The results of the work on all items, in the order of the items; otherwise like `forEachConcurrent`. */
export async function mapConcurrent<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  await forEachConcurrent([...items.entries()], limit, async ([index, item]) => {
    results[index] = await work(item);
  });
  return results;
}
