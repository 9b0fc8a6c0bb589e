import { Document, isNode, visit } from 'yaml';
import { canonicalAsn } from '../domain/asn.ts';
import { countAssociations } from '../domain/association.ts';
import { isAssociated } from '../domain/association-state.ts';
import { canonicalCidr } from '../domain/cidr.ts';
import { plainLine } from '../lib/text.ts';
import {
  listAssociations,
  listCidrs,
  type ObservedAssociation,
  type ObservedCidr,
} from '../observe/observed.ts';

/** What AWS lists for one account and Region. */
export interface ObservedRegion {
  readonly accountId: string;
  readonly region: string;
  readonly cidrs: readonly ObservedCidr[];
}

interface ExportedTarget {
  readonly account: string;
  readonly region: string;
  readonly associations: readonly { readonly asn: number; readonly cidr: string }[];
  /** Lines of YAML, none without routes. */
  readonly routes: readonly string[];
}

const header = ` The associations that exist or are pending in AWS. Removing one from this file does
 not remove it from AWS.`;
const routesHeader = `
 Routes are comments. The action for routes changes only those that you uncomment.`;

/**
 * A configuration file with every association that exists or is pending. The others are comments, and
 * so are routes: whoever uncomments one lets the action for routes change it.
 */
export function formatConfig(regions: readonly ObservedRegion[]): string {
  const exported = regions.map(exportRegion);
  const listed = exported.filter(({ associations }) => associations.length > 0);
  const unlisted = exported.filter(
    ({ associations, routes }) => associations.length === 0 && routes.length > 0,
  );
  const targets = listed.map(({ routes, ...target }) => target);
  const document = new Document({
    version: 1,
    // Comments cannot follow an empty list.
    targets: targets.length === 0 && unlisted.length > 0 ? null : targets,
  });
  document.commentBefore = exported.some(({ routes }) => routes.length > 0)
    ? header + routesHeader
    : header;
  for (const [index, { routes }] of listed.entries()) {
    addComment(document, ['targets', index], routes);
  }
  addComment(document, ['targets'], unlisted.flatMap(targetLines));
  const others = regions.flatMap(commentLines);
  if (others.length > 0) document.comment = ` Not listed:\n${others.join('\n')}`;
  visit(document, {
    Map: (_key, map) => {
      if (map.has('asn')) map.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, nullStr: '' });
}

function exportRegion({ accountId, region, cidrs }: ObservedRegion): ExportedTarget {
  const associations = listCidrs(cidrs).flatMap((cidr) =>
    listedAssociations(cidrs, cidr).map(({ asn }) => ({ asn: Number(asn), cidr })),
  );
  return { account: accountId, region, associations, routes: routeLines(cidrs) };
}

/** The routes of the CIDRs that are advertised, in YAML; the origin is left out where AWS does not list it. */
function routeLines(cidrs: readonly ObservedCidr[]): readonly string[] {
  const advertised = listCidrs(cidrs).filter((cidr) => isAdvertised(cidrs, cidr));
  if (advertised.length === 0) return [];
  return [
    'routes:',
    ...advertised.map((cidr) => `  - ${routeText(cidr, findOrigin(cidrs, cidr))}`),
  ];
}

/** Whether a CIDR is advertised in all that AWS lists of it, and can have another origin. */
function isAdvertised(cidrs: readonly ObservedCidr[], text: string): boolean {
  return (
    canonicalCidr(text) !== undefined &&
    cidrs
      .filter(({ cidr }) => cidr === text)
      .every(
        ({ state, advertisementType: type }) =>
          state === 'advertised' && (type === '' || type === 'unicast'),
      )
  );
}

/** The one ASN that AWS lists as the origin. */
function findOrigin(cidrs: readonly ObservedCidr[], cidr: string): string | undefined {
  const origins = listAssociations(cidrs, cidr).filter(({ state }) => state === 'advertised');
  const [origin, ...others] = origins.map(({ asn }) => canonicalAsn(asn));
  return others.length === 0 ? origin : undefined;
}

function routeText(cidr: string, origin: string | undefined): string {
  const text = cidr.includes(':') ? JSON.stringify(cidr) : cidr;
  return origin === undefined
    ? `{ cidr: ${text}, origin: } # your ASN or AWS; AWS does not list which`
    : `{ cidr: ${text}, origin: ${origin} }`;
}

/** A target that has only routes. */
function targetLines({ account, region, routes }: ExportedTarget): readonly string[] {
  return [
    `- account: "${account}"`,
    ...[`region: ${region}`, ...routes].map((line) => `  ${line}`),
  ];
}

function addComment(document: Document, path: readonly unknown[], lines: readonly string[]): void {
  const node = document.getIn(path, true);
  if (isNode(node) && lines.length > 0) node.comment = lines.map((line) => ` ${line}`).join('\n');
}

/** What such a file has: `2 associations, 3 CIDRs without one`. */
export function countConfig(regions: readonly ObservedRegion[]): string {
  const counts = regions.flatMap(({ cidrs }) =>
    listCidrs(cidrs).map((cidr) => listedAssociations(cidrs, cidr).length),
  );
  const without = counts.filter((count) => count === 0).length;
  return [
    countAssociations(counts.reduce((sum, count) => sum + count, 0)),
    ...(without === 0 ? [] : [`${without} ${without === 1 ? 'CIDR' : 'CIDRs'} without one`]),
  ].join(', ');
}

function listedAssociations(
  cidrs: readonly ObservedCidr[],
  cidr: string,
): readonly ObservedAssociation[] {
  return listAssociations(cidrs, cidr).filter((association) => isListed(cidr, association));
}

/** Whether an association exists or is pending, and a file can hold it. */
function isListed(cidr: string, { asn, state }: ObservedAssociation): boolean {
  if (canonicalCidr(cidr) === undefined || canonicalAsn(asn) === undefined) return false;
  return isAssociated(state) || state === 'pending-association';
}

function commentLines({ region, cidrs }: ObservedRegion): string[] {
  return listCidrs(cidrs).flatMap((cidr) => {
    const associations = listAssociations(cidrs, cidr);
    return [
      ...(associations.length === 0 ? [plainLine(` ${region} ${cidr}: no association`)] : []),
      ...associations
        .filter((association) => !isListed(cidr, association))
        .map((association) => plainLine(` ${region} ${cidr} with ${stateText(association)}`)),
    ];
  });
}

function stateText({ asn, state, statusMessage }: ObservedAssociation): string {
  const why = state === 'unknown' && statusMessage !== '' ? ` (${statusMessage})` : '';
  return `AS${asn}: ${state}${why}`;
}
