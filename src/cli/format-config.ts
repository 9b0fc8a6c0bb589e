import { canonicalAsn } from '../domain/asn.ts';
import { isAssociated } from '../domain/association-state.ts';
import { canonicalCidr } from '../domain/cidr.ts';
import { countNoun, plainLine } from '../lib/text.ts';
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

const header = [
  'The associations that exist or are pending in AWS. Removing one from this file does',
  'not remove it from AWS.',
];
const routesHeader =
  'Routes are comments. The action for routes changes only those that you uncomment.';

/**
 * A configuration file with every association that exists or is pending. The others are comments, and
 * so are routes: uncommenting one lets the action for routes change it.
 */
export function formatConfig(regions: readonly ObservedRegion[]): string {
  const targets = regions.map(targetLines);
  const { listed = [], commented = [] } = Object.groupBy(targets, ({ associations }) =>
    associations.length > 0 ? 'listed' : 'commented',
  );
  const onlyRoutes = commented.filter(({ routes }) => routes.length > 0);
  const others = regions.flatMap(otherLines);
  const lines = [
    ...asComments(header),
    ...(targets.some(({ routes }) => routes.length > 0) ? asComments([routesHeader]) : []),
    ...['', 'version: 1', listed.length + onlyRoutes.length === 0 ? 'targets: []' : 'targets:'],
    ...listed.flatMap(({ head, associations, routes }) => [
      ...indent(2, [...head, ...associations]),
      ...indent(4, asComments(routes)),
    ]),
    ...onlyRoutes.flatMap(({ head, routes }) =>
      indent(2, asComments([...head, ...indent(2, routes)])),
    ),
    ...(others.length > 0 ? ['', ...asComments(['Not listed:', ...others])] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function asComments(lines: readonly string[]): string[] {
  return lines.map((line) => `# ${line}`);
}

function indent(width: number, lines: readonly string[]): string[] {
  return lines.map((line) => ' '.repeat(width) + line);
}

/** A target in YAML; no lines where it has no associations or no routes. */
function targetLines(region: ObservedRegion) {
  const associations = entriesOf(region).flatMap(({ cidr, listed }) =>
    listed.map(({ asn }) => `    - { asn: ${asn}, cidr: ${cidrText(cidr)} }`),
  );
  return {
    head: [`- account: ${JSON.stringify(region.accountId)}`, `  region: ${region.region}`],
    associations: associations.length > 0 ? ['  associations:', ...associations] : [],
    routes: routeLines(region.cidrs),
  };
}

function cidrText(cidr: string): string {
  return cidr.includes(':') ? JSON.stringify(cidr) : cidr;
}

/** The routes of the advertised CIDRs, in YAML. */
function routeLines(cidrs: readonly ObservedCidr[]): readonly string[] {
  const advertised = listCidrs(cidrs).filter((cidr) => isAdvertised(cidrs, cidr));
  if (advertised.length === 0) return [];
  return [
    'routes:',
    ...advertised.map((cidr) => `  - ${routeText(cidr, findOrigin(cidrs, cidr))}`),
  ];
}

function routeText(cidr: string, origin: string | undefined): string {
  return origin === undefined
    ? `{ cidr: ${cidrText(cidr)}, origin: } # your ASN or AWS; AWS does not list which`
    : `{ cidr: ${cidrText(cidr)}, origin: ${origin} }`;
}

/** Whether a CIDR is advertised in every item that AWS lists for it, and can have another origin. */
function isAdvertised(cidrs: readonly ObservedCidr[], text: string): boolean {
  return (
    canonicalCidr(text) !== undefined &&
    cidrs
      .filter(({ cidr }) => cidr === text)
      .every(
        ({ state, advertisementType }) =>
          state === 'advertised' && ['', 'unicast'].includes(advertisementType),
      )
  );
}

/** The one ASN that AWS lists as the origin; undefined for none or several. */
function findOrigin(cidrs: readonly ObservedCidr[], cidr: string): string | undefined {
  const origins = listAssociations(cidrs, cidr).filter(({ state }) => state === 'advertised');
  const [origin, ...others] = origins.map(({ asn }) => canonicalAsn(asn));
  return others.length === 0 ? origin : undefined;
}

/** The contents of such a file: `2 associations, 3 CIDRs without one`. */
export function countConfig(regions: readonly ObservedRegion[]): string {
  const counts = regions.flatMap(entriesOf).map(({ listed }) => listed.length);
  const without = counts.filter((count) => count === 0).length;
  return [
    countNoun(
      counts.reduce((sum, count) => sum + count, 0),
      'association',
    ),
    ...(without === 0 ? [] : [`${countNoun(without, 'CIDR')} without one`]),
  ].join(', ');
}

/** The CIDRs of a Region, with the associations that the file lists, and the others. */
function entriesOf({ cidrs }: ObservedRegion) {
  return listCidrs(cidrs).map((cidr) => {
    const associations = listAssociations(cidrs, cidr);
    const { listed = [], others = [] } = Object.groupBy(associations, (association) =>
      isListed(cidr, association) ? 'listed' : 'others',
    );
    return { cidr, listed, others };
  });
}

/** Whether an association exists or is pending, and a file can contain it. */
function isListed(cidr: string, { asn, state }: ObservedAssociation): boolean {
  if (canonicalCidr(cidr) === undefined || canonicalAsn(asn) === undefined) return false;
  return isAssociated(state) || state === 'pending-association';
}

function otherLines(region: ObservedRegion): readonly string[] {
  const texts = entriesOf(region).flatMap(({ cidr, listed, others }) =>
    listed.length + others.length === 0
      ? `${cidr}: no association`
      : others.map((association) => `${cidr} with ${stateText(association)}`),
  );
  return texts.map((text) => plainLine(`${region.region} ${text}`));
}

function stateText({ asn, state, statusMessage }: ObservedAssociation): string {
  const why = state === 'unknown' && statusMessage !== '' ? ` (${statusMessage})` : '';
  return `AS${asn}: ${state}${why}`;
}
