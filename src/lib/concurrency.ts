/** What is left to do of an item once it has given up its place; it is begun at once. */
export type Remainder = () => Promise<void>;

/** Says whether the work on some item has failed, so that nothing new should be begun. */
export type IsStopping = () => boolean;

/**
 * Works on every item in order, on `limit` at a time at most; a remainder that the work gives back
 * no longer counts. After an error nothing more is started. What runs, remainders included, is waited
 * for, and then the first error is thrown.
 */
export async function forEachConcurrent<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item, isStopping: IsStopping) => Promise<Remainder | undefined>,
): Promise<void> {
  const left = items.values();
  const errors: unknown[] = [];
  const remainders: Promise<unknown>[] = [];
  const isStopping = () => errors.length > 0;
  // Awaited inside, so that a work that throws before it gives back a promise is caught as well.
  const attempt = async <T>(doing: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await doing();
    } catch (error) {
      errors.push(error);
      return undefined;
    }
  };
  const worker = async () => {
    for (const item of left) {
      if (isStopping()) return;
      const remainder = await attempt(() => work(item, isStopping));
      if (remainder) remainders.push(attempt(remainder));
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  await Promise.all(remainders);
  if (isStopping()) throw errors[0];
}
