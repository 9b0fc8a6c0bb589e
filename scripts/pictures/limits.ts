import type { MeasuredShot } from './measure.ts';

/** The broken limits of measured pages, one line each, once for both themes; empty if there are none. */
export function brokenLimits(shots: readonly MeasuredShot[]): readonly string[] {
  const lines = shots.flatMap((shot) => {
    const where = `${shot.name}, ${shot.width} px wide, font ${shot.fontSize} px`;
    return [...tooHigh(shot), ...tooWide(shot)].map((text) => `${where}: ${text}`);
  });
  return [...new Set(lines)];
}

function tooHigh({ height, maxHeight = Number.POSITIVE_INFINITY }: MeasuredShot): string[] {
  return height > maxHeight ? [`${height} px high, at most ${maxHeight} px`] : [];
}

function tooWide({ mustFit, beyond, outOfSight }: MeasuredShot): string[] {
  switch (mustFit) {
    case 'tables':
      return beyond
        .filter(({ tag }) => tag === 'table')
        .map(({ number, pixels }) => `table ${number} reaches ${pixels} px beyond the right edge`);
    case 'cidr and asn':
      return outOfSight.map((column) => `column ${column} of the first table is out of sight`);
  }
}
