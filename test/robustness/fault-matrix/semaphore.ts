/** Limits how many callers hold it at the same time; first come, first served. */
interface Semaphore {
  /** Waits for a free place; the caller then calls `release` once. */
  acquire(): Promise<void>;
  release(): void;
}

/** A semaphore with this many free places. */
export function createSemaphore(capacity: number): Semaphore {
  const waiting: (() => void)[] = [];
  let free = capacity;
  return {
    acquire: () =>
      new Promise((resolve) => {
        if (free === 0) return void waiting.push(resolve);
        free -= 1;
        resolve();
      }),
    release: () => {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
}
