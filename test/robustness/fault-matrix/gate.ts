/** Lets so many in at a time, first come, first served. */
export interface Gate {
  /** Waits for a free place; the caller then calls `leave` once. */
  enter(): Promise<void>;
  leave(): void;
}

/** An empty gate for so many. */
export function openGate(capacity: number): Gate {
  const waiting: (() => void)[] = [];
  let free = capacity;
  return {
    enter: () =>
      new Promise((enter) => {
        if (free === 0) return void waiting.push(enter);
        free -= 1;
        enter();
      }),
    leave: () => {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
}
