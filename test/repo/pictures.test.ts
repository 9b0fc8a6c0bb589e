import { beforeAll, describe, expect, test } from 'vitest';
import { brokenLimits } from '../../scripts/pictures/limits.ts';
import { type MeasuredShot, type Shot, takeShots } from '../../scripts/pictures/measure.ts';
import { listShots } from '../../scripts/pictures/pages.ts';
import { withBrowser } from './tools.ts';

const narrow = '| CIDR | ASN |\n| --- | --- |\n| `2001:db8:1000::/48` | AS64500 |';
const long = 'w'.repeat(120);
const wide = `| CIDR | ASN | Note |\n| --- | --- | --- |\n| \`2001:db8::/48\` | AS64500 | ${long} |`;
const asnLast = `| CIDR | Note | ASN |\n| --- | --- | --- |\n| \`2001:db8::/48\` | ${long} | AS64500 |`;
const fold = (markdown: string) =>
  `<details><summary>Fold</summary>\n\n${markdown}\n\n</details>\n`;

const desktop: Shot = {
  name: 'page',
  theme: 'light',
  width: 780,
  fontSize: 16,
  mustFit: 'tables',
  maxHeight: 300,
  markdown: narrow,
  picture: undefined,
  openPicture: undefined,
};
const phone: Shot = { ...desktop, width: 360, mustFit: 'cidr and asn' };
const tooWide = /^page, 780 px wide, font 16 px: table 1 reaches \d+ px beyond the right edge$/;
const outOfSight = /^page, 360 px wide, font 16 px: column ASN of the first table is out of sight$/;

/** Pages, and the limits that each breaks. */
const pages: readonly (readonly [title: string, shot: Shot, broken: readonly RegExp[]])[] = [
  ['a narrow table', desktop, []],
  ['a page without tables', { ...phone, markdown: 'No table' }, []],
  ['a page that is too high', { ...desktop, maxHeight: 50 }, [/ [78]\d px high, at most 50 px$/]],
  ['a fold that is high when open', { ...desktop, markdown: fold('Line\n\n'.repeat(50)) }, []],
  ['a table that is too wide', { ...desktop, markdown: wide }, [tooWide]],
  ['a table that is too wide in a fold', { ...desktop, markdown: fold(wide) }, [tooWide]],
  ['a wide block of code, which scrolls', { ...desktop, markdown: `    ${long}` }, []],
  ['the same table on a phone, where others scroll', { ...phone, markdown: wide }, []],
  ['a narrow table on a phone', phone, []],
  ['a phone without the ASN in sight', { ...phone, markdown: asnLast }, [outOfSight]],
  [
    'a first table without a column ASN',
    { ...phone, markdown: `| CIDR |\n| --- |\n| \`192.0.2.0/24\` |\n\nText\n\n${narrow}` },
    [outOfSight],
  ],
  ['a folded table first', { ...phone, markdown: `${fold(asnLast)}\n${narrow}` }, []],
];

withBrowser('pages in a browser', () => {
  describe('every broken limit is found', () => {
    let measured: readonly MeasuredShot[];

    beforeAll(() => {
      measured = takeShots(pages.map(([, shot]) => shot));
    }, 60_000);

    test.each(pages.map(([title, , broken], index) => ({ title, broken, index })))(
      '$title',
      ({ broken, index }) => {
        const lines = brokenLimits(measured.slice(index, index + 1));
        expect(lines).toEqual(broken.map((line) => expect.stringMatching(line)));
      },
    );
  });

  test('a limit that both themes break is reported once', () => {
    const high = { ...desktop, maxHeight: 50 };
    expect(brokenLimits(takeShots([high, { ...high, theme: 'dark' }]))).toHaveLength(1);
  });

  test('every page stays within its limits in comment and summary, and on a phone', async () => {
    // The themes differ only in colors.
    const shots = (await listShots('')).filter(({ theme }) => theme === 'light');
    const unseen = shots.map((shot) => ({ ...shot, picture: undefined, openPicture: undefined }));
    expect(brokenLimits(takeShots(unseen))).toEqual([]);
  });
});
