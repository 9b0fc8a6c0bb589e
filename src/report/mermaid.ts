import { targetText } from '../domain/target.ts';
import { plainLine, truncate } from '../lib/text.ts';
import { viewOf } from '../outcome/pair-status.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { markdownBlock } from './markdown.ts';
import type { PairRow } from './pair-row.ts';

/** Fewer changed pairs need no diagram, and nobody can follow more. */
const [fewest, most] = [2, 25];
/** GitHub's Mermaid draws at most 50,000 characters; with a margin. */
const maxCharacters = 45_000;

/** Close together: a plan has more pairs than a page has height. */
const settings = [
  '---',
  'config:',
  '  flowchart:',
  '    nodeSpacing: 16',
  '    rankSpacing: 120',
  '    subGraphTitleMargin:',
  '      top: 0',
  '      bottom: 10',
  '---',
];

/** How the arrows of a color look: `fill` is behind white text, `line` on a white or a dark page. */
const styles = {
  red: { arrow: '--x', fill: '#cf222e', line: '#e5534b', look: 'red with a cross' },
  yellow: { arrow: '-.-x', fill: '#9a6700', line: '#bf8700', look: 'dotted amber with a cross' },
  green: { arrow: '==>', fill: '#1a7f37', line: '#2da44e', look: 'thick green' },
  cyan: { arrow: '-.->', fill: '#0969da', line: '#218bff', look: 'dotted blue' },
  dim: { arrow: '-->', fill: '#59636e', line: '#848d97', look: 'thin gray' },
} as const;

/** An arrow of the chart; `counted` is its meaning in the legend. */
interface Edge extends ReturnType<typeof viewOf> {
  readonly asn: string;
  readonly cidr: string;
  readonly target: string;
}

/**
 * The pairs as a Mermaid flowchart, ASN to CIDR in a box for each target, with a legend in words. Empty
 * unless 2 to 25 pairs change. Unchanged pairs are drawn only if all pairs are few.
 */
export function formatGraph({ action }: Pick<Outcome, 'action'>, rows: readonly PairRow[]): string {
  const changed = rows.filter(({ status }) => status !== 'kept');
  const isDrawn = changed.length >= fewest && changed.length <= most;
  if (action === 'routes' || !isDrawn || changed.every(({ status }) => status === 'unknown')) {
    return '';
  }
  const edges = (rows.length <= most ? rows : changed).flatMap(({ pair, status }) =>
    pair.association
      ? { ...pair.association, target: targetText(pair.target), ...viewOf(status, pair) }
      : [],
  );
  const chart = chartLines(edges);
  if (chart.join('\n').length > maxCharacters) return '';
  const hidden = rows.length - edges.length;
  const more = hidden === 0 ? '' : ` Not drawn: ${hidden} unchanged.`;
  return `${markdownBlock(chart, 'mermaid')}\n\n<sub>Arrows: ${legendText(edges)}.${more}</sub>`;
}

/** `thick green: to create; red with a cross: failed, refused`. */
function legendText(edges: readonly Edge[]): string {
  return [...Map.groupBy(edges, ({ color }) => color)]
    .map(([color, some]) => {
      const names = new Set(some.map(({ counted }) => counted));
      return `${styles[color].look}: ${[...names].join(', ')}`;
    })
    .join('; ');
}

function chartLines(edges: readonly Edge[]): string[] {
  const asns = [...new Set(edges.map(({ asn }) => asn))];
  const cidrs = [...new Set(edges.map(({ cidr }) => cidr))];
  // A CIDR with several ASNs has the color that needs most attention, which comes first.
  const boxes = Map.groupBy(
    cidrs.flatMap((cidr) => edges.find((edge) => edge.cidr === cidr) ?? []),
    ({ target }) => target,
  );
  return [
    ...settings,
    'flowchart LR',
    ...asns.map((asn, number) => `a${number}(["AS${labelText(asn)}"]):::asn`),
    ...[...boxes].flatMap(([target, inBox], number) => [
      `subgraph t${number}["${labelText(target)}"]`,
      ...inBox.map(({ cidr, color }) => `c${cidrs.indexOf(cidr)}["${labelText(cidr)}"]:::${color}`),
      'end',
      `class t${number} box`,
    ]),
    ...edges.map(
      ({ asn, cidr, color }) =>
        `a${asns.indexOf(asn)} ${styles[color].arrow} c${cidrs.indexOf(cidr)}`,
    ),
    ...['asn', 'box'].map((name) => `classDef ${name} fill:none,stroke:#848d97`),
    ...[...new Set(edges.map(({ color }) => color))].flatMap((color) => {
      const { fill, line } = styles[color];
      const indexes = edges.flatMap((edge, index) => (edge.color === color ? index : []));
      return [
        `classDef ${color} fill:${fill},stroke:${line},color:#ffffff`,
        `linkStyle ${indexes.join(',')} stroke:${line}`,
      ];
    }),
  ];
}

/** Text for a label in quotes, which must not be empty; special characters become Mermaid's codes. */
function labelText(text: string): string {
  return truncate(plainLine(text) || ' ', 120).replace(
    /[^\w./:-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
}
