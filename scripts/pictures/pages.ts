import { join } from 'node:path';
import type { Links } from '../../src/inputs/links.ts';
import type { Outcome } from '../../src/outcome/run-state.ts';
import { formatComment, formatSummary } from '../../src/report/markdown-page.ts';
import { fourHundred, sixtyDenials, sixtyRows } from '../../test/unit/report/large-scenarios.ts';
import {
  longPlan,
  partlyApplied,
  refusedPlan,
  smallPlan,
} from '../../test/unit/report/scenarios.ts';
import { runExample } from './example-run.ts';
import type { Shot } from './measure.ts';

const links: Links = {
  run: 'https://github.com/octo-org/network/actions/runs/42',
  files: 'https://github.com/octo-org/network/blob/4f2c1d9a7b3e/',
  commit: '4f2c1d9a7b3e',
  pullRequest: { number: 7, url: 'https://github.com/octo-org/network/pull/7' },
  actor: 'octocat',
  approvers: [],
  isOnDefaultBranch: false,
};

interface Scenario {
  readonly name: string;
  readonly summary: string;
  readonly comment: string;
  /** The limit of the comment, in CSS pixels. */
  readonly maxHeight?: number;
}

const scenario = (name: string, outcome: Outcome, maxHeight?: number): Scenario => ({
  name,
  summary: formatSummary(outcome, links),
  comment: formatComment(outcome, 60_000, links),
  ...(maxHeight === undefined ? {} : { maxHeight }),
});

/** A real run of the example, and outcomes that are hard to produce. */
async function makeScenarios(): Promise<readonly Scenario[]> {
  const { planned, applied } = await runExample();
  return [
    { name: 'example', ...planned },
    { name: 'applied', ...applied },
    scenario('small', smallPlan()),
    scenario('long', longPlan()),
    scenario('refused', refusedPlan()),
    scenario('partly-applied', partlyApplied()),
    scenario('sixty-rows', sixtyRows(), 2000),
    scenario('sixty-denials', sixtyDenials(), 1500),
    scenario('four-hundred', fourHundred()),
  ];
}

/** Where GitHub shows a page. */
interface View extends Pick<Shot, 'width' | 'fontSize' | 'mustFit'> {
  /** The suffix of its picture's name; undefined for no picture. */
  readonly suffix: string | undefined;
}

const phone: View = { width: 360, fontSize: 16, mustFit: 'cidr and asn', suffix: '-phone' };
const summaryViews: readonly View[] = [
  { width: 980, fontSize: 16, mustFit: 'tables', suffix: '' },
  phone,
];
/** GitHub has rendered comments in 16 px and in 14 px. */
const commentViews: readonly View[] = [
  { width: 780, fontSize: 14, mustFit: 'tables', suffix: '' },
  { width: 780, fontSize: 16, mustFit: 'tables', suffix: undefined },
  phone,
];

/** Every page at every width and in both themes, with pictures in a folder. */
export async function listShots(images: string): Promise<readonly Shot[]> {
  const scenarios = await makeScenarios();
  return scenarios.flatMap(({ name, maxHeight, ...pages }) => {
    const summary = { name: `summary-${name}`, markdown: pages.summary };
    const comment = { name: `comment-${name}`, markdown: pages.comment };
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
