/** The three lengths of a page, and up to how many items `first` can show. */
export interface Renderings {
  readonly full: () => string;
  /** Without details. */
  readonly brief: () => string;
  /** Without details, and with the first `count` items of each list. */
  readonly first: (count: number) => string;
  readonly most: number;
}

/** The first rendering that fits; of the third, as many items as fit, and none if none do. */
export function renderToFit(
  { full, brief, first, most }: Renderings,
  fits: (text: string) => boolean,
): string {
  for (const render of [full, brief]) {
    const text = render();
    if (fits(text)) return text;
  }
  return first(highestBelow(most, (count) => fits(first(count))));
}

/** The highest number below `end` that holds; 0 if none does. */
function highestBelow(end: number, holds: (count: number) => boolean): number {
  let [most, over] = [0, end];
  while (over - most > 1) {
    const middle = Math.floor((most + over) / 2);
    if (holds(middle)) most = middle;
    else over = middle;
  }
  return most;
}
