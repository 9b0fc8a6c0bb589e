import { associationText } from '../../domain/association.ts';
import { Failure } from '../../failure.ts';
import { joinFirst } from '../../lib/text.ts';
import { listAssociations, listCidrs, type ObservedCidr } from '../../observe/observed.ts';
import type { AssociationOutcome } from '../../outcome/run-state.ts';
import { type FailureReason, reasons } from '../../reasons.ts';
import { type Finding, faultOf, findingsAbout } from './finding.ts';
import type { AsnList, TargetFacts, TargetReading } from './read-target.ts';

/** Checks one target. */
export function checkTarget(reading: TargetReading): readonly Finding[] {
  const { read, target } = reading;
  if (read instanceof Failure) return checkFailure(reading, read);
  return [
    ...checkCredentials(reading),
    checkCidrs(target.region, read.observed.cidrs),
    ...read.asnLists.map(checkAsnList),
    checkIpam(read.asnLists),
    ...checkAsns(read),
    ...read.pairs.map(checkPair),
    ...checkPermissions(read.pairs),
    ...read.pairs.flatMap(checkRpki),
  ];
}

/** The subjects of failures; other reasons come after the credentials and the account. */
const subjects: Partial<Readonly<Record<FailureReason, string>>> = {
  'no-credentials': 'Credentials',
  'credentials-rejected': 'Credentials',
  'oidc-denied': 'Credentials',
  'account-not-allowed': 'Account',
};

function checkFailure(reading: TargetReading, failure: Failure): readonly Finding[] {
  const subject = subjects[failure.reason] ?? `AWS in ${reading.target.region}`;
  const known = checkCredentials(reading).filter((finding) => finding.subject !== subject);
  return [...(reading.accountId === undefined ? [] : known), faultOf(subject, failure)];
}

function checkCredentials({ source, accountId, target }: TargetReading): readonly Finding[] {
  const expected = target.accountId === undefined ? '' : ', as the file says';
  const account = findingsAbout('Account');
  return [
    findingsAbout('Credentials')('ok', `from ${source}`),
    accountId === undefined
      ? account('unknown', 'STS did not return it')
      : account('ok', accountId + expected),
  ];
}

const maxListed = 10;

/** Every CIDR is listed in one Region only, so an empty list most likely means the wrong Region. */
function checkCidrs(region: string, cidrs: readonly ObservedCidr[]): Finding {
  const finding = findingsAbout(`CIDRs in ${region}`);
  if (cidrs.length > 0) {
    return finding(
      'ok',
      joinFirst(
        listCidrs(cidrs).map((cidr) => cidrText(cidr, cidrs)),
        maxListed,
      ),
    );
  }
  const advice =
    'Use the Region of the CIDR (for an IPAM pool, its locale), and the account that holds it.';
  return finding('warning', 'EC2 lists none', advice);
}

function cidrText(cidr: string, cidrs: readonly ObservedCidr[]): string {
  const state = cidrs.find((listed) => listed.cidr === cidr)?.state ?? 'unknown';
  const asns = listAssociations(cidrs, cidr).map((each) => `AS${each.asn} ${each.state}`);
  return `${cidr} ${state}${asns.length === 0 ? '' : ` (${asns.join(', ')})`}`;
}

function checkAsnList({ region, asns }: AsnList): Finding {
  const finding = findingsAbout(`ASNs in ${region}`);
  if ('unread' in asns) {
    const advice = `Allow ec2:DescribeIpamByoasn in ${region}, so that a mistyped ASN is found.`;
    return finding('warning', `not read: ${asns.unread}`, advice);
  }
  const texts = asns.map(({ asn, state }) => `AS${asn} ${state}`);
  return finding('ok', texts.length === 0 ? 'IPAM lists none' : joinFirst(texts, maxListed));
}

/** The Regions whose ASNs were not read. */
function unreadRegions(lists: readonly AsnList[]): readonly string[] {
  return lists.filter(({ asns }) => 'unread' in asns).map(({ region }) => region);
}

/** No call of this project names the IPAM admin account; only an account with an IPAM lists ASNs. */
function checkIpam(lists: readonly AsnList[]): Finding {
  const finding = findingsAbout('IPAM admin account');
  const regions = lists
    .filter(({ asns }) => !('unread' in asns) && asns.length > 0)
    .map(({ region }) => region);
  if (regions.length > 0) {
    const ipam = `its IPAM in ${regions.join(' or ')}, which lists ASNs`;
    return finding('ok', `probably this account, with ${ipam}`);
  }
  const unread = unreadRegions(lists);
  if (unread.length > 0) {
    return finding('unknown', `not known: the ASNs were not read in ${unread.join(' and ')}`);
  }
  const advice =
    "Use the IPAM admin account (aws ec2 describe-ipams), and set ipam-region to the IPAM's home Region.";
  return finding('unknown', 'not known: no ASN is listed for this account', advice);
}

/** Checks that the ASNs of the target are in an IPAM. */
function checkAsns({ pairs, asnLists }: TargetFacts): readonly Finding[] {
  const byAsn = Map.groupBy(pairs, ({ association }) => association.asn);
  return [...byAsn].map(([asn, ofAsn]) => {
    const isNeeded = ofAsn.some(({ step }) => step !== 'keep');
    return checkAsn(asn, asnLists, isNeeded ? 'warning' : 'unknown');
  });
}

function checkAsn(
  asn: string,
  lists: readonly AsnList[],
  statusIfUnlisted: 'warning' | 'unknown',
): Finding {
  const finding = findingsAbout(`AS${asn}`);
  const listed = lists.flatMap(({ region, asns }) =>
    'unread' in asns
      ? []
      : asns.filter((item) => item.asn === asn).map(({ state }) => ({ region, state })),
  );
  const { next } = reasons['asn-not-provisioned'];
  if (listed.length > 0) {
    const found = listed.map(({ region, state }) => `${state} in ${region}`).join(', ');
    const isProvisioned = listed.some(({ state }) => state === 'provisioned');
    return isProvisioned ? finding('ok', found) : finding('warning', found, next);
  }
  const unread = unreadRegions(lists);
  const read = lists.map(({ region }) => region).filter((region) => !unread.includes(region));
  const unlisted = read.length === 0 ? [] : [`not listed in ${read.join(' and ')}`];
  if (unread.length > 0) {
    return finding('unknown', [...unlisted, `not read in ${unread.join(' and ')}`].join(', '));
  }
  const typo =
    'Check that it is not a typo. If it is right, set ipam-region to the home Region of the IPAM.';
  return finding(statusIfUnlisted, unlisted.join(), lists.length > 1 ? next : typo);
}

/** The verdict of the plan on an association. */
function checkPair(pair: AssociationOutcome): Finding {
  const finding = findingsAbout(associationText(pair.association));
  if (pair.step !== 'refuse') return finding('ok', `${pair.why} (CIDR ${pair.cidrState})`);
  const reason = pair.refusal ?? 'refused';
  return finding('fault', `${pair.why} (${reason})`, reasons[reason].next);
}

/** EC2's responses to the dry runs, which are made once for all associations of a target. */
function checkPermissions(pairs: readonly AssociationOutcome[]): readonly Finding[] {
  const hasRemovals = pairs.some(({ association }) => association.remove);
  return [
    checkPermission('associate', pairs),
    ...(hasRemovals ? [checkPermission('disassociate', pairs)] : []),
  ];
}

function checkPermission(
  verb: 'associate' | 'disassociate',
  pairs: readonly AssociationOutcome[],
): Finding {
  const subject = `Permission to ${verb}`;
  const finding = findingsAbout(subject);
  const asked = pairs.find(({ step }) => step === verb);
  if (!asked) return finding('unknown', `not asked: there is nothing to ${verb}`);
  const { failure, evidence } = asked;
  if (!failure) return finding('ok', evidence.at(-1)?.text ?? '');
  const fault = faultOf(subject, failure);
  // A denial that no policy of the role can change comes without a policy to paste.
  if (failure.reason !== 'not-permitted' || failure.lines.length === 0) return fault;
  const advice = 'Right for the plan role. Give the apply role the policy above.';
  return { ...fault, status: 'warning', advice };
}

/** The warnings on a valid association are about Amazon's ASNs. */
const createWayBack =
  "Create the ROAs for Amazon's ASNs that this line names: without them you cannot go back.";

function checkRpki({ association: { cidr, asn }, rpki }: AssociationOutcome): readonly Finding[] {
  if (!rpki) return [];
  const finding = findingsAbout(`RPKI of ${cidr} from AS${asn}`);
  if (rpki.warnings.length === 0) return [finding('ok', rpki.state)];
  const { next } = reasons[rpki.state === 'unread' ? 'rpki-unreadable' : 'rpki-not-valid'];
  const advice = rpki.state === 'valid' ? createWayBack : next;
  return rpki.warnings.map((found) => finding('warning', found, advice));
}
