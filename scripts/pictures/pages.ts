import { join } from 'node:path';
import type { Links } from '../../src/inputs/links.ts';
import type { Outcome } from '../../src/outcome/run-state.ts';
import { formatComment, formatSummary } from '../../src/report/markdown-page.ts';
import { fourHundred, sixtyDenials, sixtyRows } from '../../test/unit/report/large-scenarios.ts';
import {
  examplePlan,
  longPlan,
  partlyApplied,
  refusedPlan,
  smallPlan,
} from '../../test/unit/report/scenarios.ts';
import type { Shot } from './measure.ts';

const links: Links = {
  run: 'https://github.com/octo-org/network/actions/runs/42',
  files: 'https://github.com/octo-org/network/blob/4f2c1d9a7b3e/',
  commit: '4f2c1d9a7b3e',
};

interface Scene {
  readonly name: string;
  readonly outcome: Outcome;
  /** Of the comment, in CSS pixels. */
  readonly maxHeight?: number;
}

const scenes: readonly Scene[] = [
  { name: 'example', outcome: examplePlan() },
  { name: 'small', outcome: smallPlan() },
  { name: 'long', outcome: longPlan() },
  { name: 'refused', outcome: refusedPlan() },
  { name: 'partly-applied', outcome: partlyApplied() },
  { name: 'sixty-rows', outcome: sixtyRows(), maxHeight: 2000 },
  { name: 'sixty-denials', outcome: sixtyDenials(), maxHeight: 1500 },
  { name: 'four-hundred', outcome: fourHundred() },
];

/** Where GitHub shows a page. */
interface View extends Pick<Shot, 'width' | 'fontSize' | 'mustFit'> {
  /** What the name of its picture ends in; undefined for no picture. */
  readonly suffix: string | undefined;
}

const phone: View = { width: 360, fontSize: 16, mustFit: 'cidr and asn', suffix: '-phone' };
const summaryViews: readonly View[] = [
  { width: 980, fontSize: 16, mustFit: 'tables', suffix: '' },
  phone,
];
/** GitHub has set comments in 16 px and in 14 px. */
const commentViews: readonly View[] = [
  { width: 780, fontSize: 14, mustFit: 'tables', suffix: '' },
  { width: 780, fontSize: 16, mustFit: 'tables', suffix: undefined },
  phone,
];

/** Every page at every width and in both themes, with pictures in a folder. */
export function listShots(images: string): readonly Shot[] {
  return scenes.flatMap(({ name, outcome, maxHeight }) => {
    const summary = { name: `summary-${name}`, markdown: formatSummary(outcome, links) };
    const comment = { name: `comment-${name}`, markdown: formatComment(outcome, 60_000, links) };
    return [
      ...summaryViews.flatMap((view) =>
        shotsOf({ ...summary, maxHeight: undefined }, view, images),
      ),
      ...commentViews.flatMap((view) =>
        shotsOf({ ...comment, maxHeight: view === phone ? undefined : maxHeight }, view, images),
      ),
    ];
  });
}

function shotsOf(
  page: Pick<Shot, 'name' | 'markdown' | 'maxHeight'>,
  { suffix, ...view }: View,
  images: string,
): readonly Shot[] {
  return (['light', 'dark'] as const).map((theme) => {
    const file = join(images, `${page.name}${suffix}-${theme}`);
    const hasPicture = suffix !== undefined;
    return {
      ...page,
      ...view,
      theme,
      picture: hasPicture ? `${file}.png` : undefined,
      openPicture:
        hasPicture && page.markdown.includes('<details') ? `${file}-open.png` : undefined,
    };
  });
}
