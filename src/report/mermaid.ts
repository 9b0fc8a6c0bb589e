import { targetText } from '../domain/target.ts';
import { plainLine, truncate } from '../lib/text.ts';
import type { PairStatus } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { markdownBlock } from './markdown.ts';
import { pairsByEnd } from './status.ts';

/** Mermaid, as GitHub runs it, draws no more than 50,000 characters and 500 edges; with a margin. */
const mostCharacters = 45_000;
const mostEdges = 450;
/** Above so many pairs, those that are as desired are not drawn, so that the others can be seen. */
const readable = 40;

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

interface Style {
  readonly name: string;
  readonly arrow: string;
  /** Behind white text. */
  readonly fill: string;
  /** On a white page and on a dark one. */
  readonly line: string;
  readonly legend: string;
}

const todo: Style = {
  name: 'todo',
  arrow: '==>',
  fill: '#1a7f37',
  line: '#2da44e',
  legend: 'thick green: to associate',
};
const done: Style = { ...todo, name: 'done', legend: 'thick green: associated by this run' };
const waiting: Style = {
  name: 'waiting',
  arrow: '-.->',
  fill: '#0969da',
  line: '#218bff',
  legend: 'dotted blue: pending',
};
const kept: Style = {
  name: 'kept',
  arrow: '-->',
  fill: '#59636e',
  line: '#848d97',
  legend: 'thin grey: unchanged',
};
const left: Style = {
  name: 'left',
  arrow: '-.-x',
  fill: '#9a6700',
  line: '#bf8700',
  legend: 'dotted amber with a cross: skipped or unknown',
};
const bad: Style = {
  name: 'bad',
  arrow: '--x',
  fill: '#cf222e',
  line: '#e5534b',
  legend: 'red with a cross: refused or failed',
};

const styles: Readonly<Record<PairStatus, Style>> = {
  failed: bad,
  refused: bad,
  skipped: left,
  unknown: left,
  planned: todo,
  pending: waiting,
  associated: done,
  kept,
};

/**
 * The pairs as a Mermaid flowchart, ASN to CIDR in a box for each target, with a legend in words. A
 * sentence where it would be too large for Mermaid; empty where there is nothing to see in a picture.
 */
export function formatGraph(outcome: Outcome): string {
  const { pairs } = outcome;
  if (pairs.length < 2) return '';
  const byEnd = [...pairsByEnd(outcome)];
  const drawn = pairs.length > readable ? byEnd.filter(([end]) => end !== 'kept') : byEnd;
  const edges = drawn.flatMap(([end, some]) => some.map((pair) => ({ pair, style: styles[end] })));
  if (edges.length === 0) return '';
  const chart = chartLines(edges);
  if (edges.length > mostEdges || chart.join('\n').length > mostCharacters) {
    return `<sub>No picture: ${edges.length} associations are more than Mermaid draws.</sub>`;
  }
  const used = [...new Set(edges.map(({ style }) => style.legend))];
  const hidden = pairs.length - edges.length;
  const more = hidden === 0 ? '' : ` The ${hidden} unchanged ones are not drawn.`;
  return `${markdownBlock(chart, 'mermaid')}\n\n<sub>Arrows: ${used.join('; ')}.${more}</sub>`;
}

interface Edge {
  readonly pair: PairOutcome;
  readonly style: Style;
}

function chartLines(edges: readonly Edge[]): string[] {
  const asns = numberTexts(edges.map(({ pair }) => pair.association.asn));
  const byTarget = [...Map.groupBy(edges, ({ pair }) => targetText(pair.target))];
  const cidrs = numberTexts(edges.map(cidrKey));
  const used = new Set(edges.map(({ style }) => style));
  return [
    ...settings,
    'flowchart LR',
    ...[...asns].map(([asn, at]) => `a${at}(["AS${labelText(asn)}"]):::asn`),
    ...byTarget.flatMap(([name, some], at) => [
      `subgraph t${at}["${labelText(name)}"]`,
      ...boxLines(some, cidrs),
      'end',
      `class t${at} box`,
    ]),
    ...edges.map(
      ({ pair, style }) =>
        `a${asns.get(pair.association.asn)} ${style.arrow} c${cidrs.get(cidrKey({ pair }))}`,
    ),
    ...['asn', 'box'].map((name) => `classDef ${name} fill:none,stroke:#848d97`),
    ...[...used].flatMap((style) => [
      `classDef ${style.name} fill:${style.fill},stroke:${style.line},color:#ffffff`,
      `linkStyle ${indexesOf(edges, style)} stroke:${style.line}`,
    ]),
  ];
}

/** The CIDRs of a target; one with several ASNs looks as the one that needs most attention. */
function boxLines(edges: readonly Edge[], cidrs: ReadonlyMap<string, number>): string[] {
  const first = Map.groupBy(edges, (edge) => cidrKey(edge));
  return [...first].flatMap(([key, [edge]]) =>
    edge
      ? [`c${cidrs.get(key)}["${labelText(edge.pair.association.cidr)}"]:::${edge.style.name}`]
      : [],
  );
}

function cidrKey({ pair }: Pick<Edge, 'pair'>): string {
  return JSON.stringify([pair.target.name, pair.association.cidr]);
}

function indexesOf(edges: readonly Edge[], style: Style): string {
  return edges.flatMap((edge, index) => (edge.style === style ? [index] : [])).join(',');
}

function numberTexts(texts: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(texts)].map((text, at) => [text, at]));
}

/** Text for a label in quotes, which must not be empty: what is not plain becomes Mermaid's codes. */
function labelText(text: string): string {
  return truncate(plainLine(text) || ' ', 120).replace(
    /[^\w./:-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
}
