/** How many items of each part of a page are shown. */
export type Counts<Part extends string> = Readonly<Record<Part, number>>;

/** Text made of parts that can be shown in part. */
export interface Trimmable<Part extends string> {
  /** What is given up first stands first. */
  readonly order: readonly Part[];
  readonly all: Counts<Part>;
  readonly render: (shown: Counts<Part>) => string;
}

/**
 * The longest rendering that fits. A part is given up only as far as it must be, and only when those
 * before it are gone. With nothing left to give up, the rendering is what it is.
 */
export function fit<Part extends string>(
  { order, all, render }: Trimmable<Part>,
  fits: (text: string) => boolean,
): string {
  const whole = render(all);
  if (fits(whole)) return whole;
  let shown = all;
  for (const part of order) {
    const without = { ...shown, [part]: 0 };
    const withSome = (count: number) => render({ ...without, [part]: count });
    if (fits(withSome(0)))
      return withSome(mostBelow(shown[part], (count) => fits(withSome(count))));
    shown = without;
  }
  return render(shown);
}

/** The highest number that holds, found by halving between 0, which holds, and `end`, which does not. */
function mostBelow(end: number, holds: (count: number) => boolean): number {
  let [most, over] = [0, end];
  while (over - most > 1) {
    const middle = Math.floor((most + over) / 2);
    if (holds(middle)) most = middle;
    else over = middle;
  }
  return most;
}
