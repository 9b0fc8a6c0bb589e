import { Document, isMap, isSeq } from 'yaml';
import { canonicalAsn } from '../domain/asn.ts';
import { isAssociated } from '../domain/association-state.ts';
import { canonicalCidr } from '../domain/cidr.ts';
import { plainLine } from '../lib/text.ts';
import {
  listAssociations,
  listCidrs,
  type ObservedAssociation,
  type ObservedCidr,
} from '../observe/observed.ts';

/** What AWS shows of one account and Region. */
export interface Shown {
  readonly accountId: string;
  readonly region: string;
  readonly cidrs: readonly ObservedCidr[];
}

const header = ` Written from what AWS shows. Associations that are being made or are made are listed;
 leaving one out of this file never removes it.`;

/** A configuration file with every association that is made or under way; others stand in comments. */
export function formatConfig(shown: readonly Shown[]): string {
  const targets = shown.map(({ accountId, region, cidrs }) => ({
    account: accountId,
    region,
    associations: listCidrs(cidrs).flatMap((cidr) =>
      listAssociations(cidrs, cidr)
        .filter((association) => isWanted(cidr, association))
        .map(({ asn }) => ({ asn: Number(asn), cidr })),
    ),
  }));
  const listed = targets.filter(({ associations }) => associations.length > 0);
  const document = new Document({ version: 1, targets: listed });
  document.commentBefore = header;
  const left = shown.flatMap(leftOut);
  if (left.length > 0) document.comment = ` Not listed:\n${left.join('\n')}`;
  for (const target of seqItems(document.get('targets'))) {
    for (const pair of seqItems(isMap(target) ? target.get('associations') : undefined)) {
      if (isMap(pair)) pair.flow = true;
    }
  }
  return document.toString({ lineWidth: 0 });
}

/** Whether an association is made or under way, and can be written into a file. */
function isWanted(cidr: string, { asn, state }: ObservedAssociation): boolean {
  if (canonicalCidr(cidr) === undefined || canonicalAsn(asn) === undefined) return false;
  return isAssociated(state) || state === 'pending-association';
}

function leftOut({ region, cidrs }: Shown): string[] {
  return listCidrs(cidrs).flatMap((cidr) => {
    const associations = listAssociations(cidrs, cidr);
    return [
      ...(associations.length === 0 ? [plainLine(` ${region} ${cidr}: no association`)] : []),
      ...associations
        .filter((association) => !isWanted(cidr, association))
        .map((association) => plainLine(` ${region} ${cidr} with ${stateText(association)}`)),
    ];
  });
}

function stateText({ asn, state, statusMessage }: ObservedAssociation): string {
  const why = state === 'unknown' && statusMessage !== '' ? ` (${statusMessage})` : '';
  return `AS${asn}: ${state}${why}`;
}

function seqItems(node: unknown): readonly unknown[] {
  return isSeq(node) ? node.items : [];
}
