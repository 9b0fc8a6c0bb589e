import { Document, visit } from 'yaml';
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

const header = ` The associations that exist or are pending in AWS. Removing one from this file does
 not remove it from AWS.`;

/** A configuration file with every association that exists or is pending; the others are comments. */
export function formatConfig(regions: readonly ObservedRegion[]): string {
  const targets = regions.map(({ accountId, region, cidrs }) => ({
    account: accountId,
    region,
    associations: listCidrs(cidrs).flatMap((cidr) =>
      listedAssociations(cidrs, cidr).map(({ asn }) => ({ asn: Number(asn), cidr })),
    ),
  }));
  const listed = targets.filter(({ associations }) => associations.length > 0);
  const document = new Document({ version: 1, targets: listed });
  document.commentBefore = header;
  const others = regions.flatMap(commentLines);
  if (others.length > 0) document.comment = ` Not listed:\n${others.join('\n')}`;
  visit(document, {
    Map: (_key, map) => {
      if (map.has('asn')) map.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
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
