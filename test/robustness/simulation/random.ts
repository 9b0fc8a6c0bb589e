/** Random choices that a seed decides. */
export interface Random {
  /** A number from 0 up to 1. */
  next(): number;
  chance(probability: number): boolean;
  /** An integer from `least` to `most`. */
  integer(least: number, most: number): number;
  choose<const Item>(items: readonly [Item, ...Item[]]): Item;
}

/** The choices of a seed, the same on every machine (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    choose: (items) => items[integer(0, items.length - 1)] ?? items[0],
  };
}
