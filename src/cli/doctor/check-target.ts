import { associationText } from '../../domain/association.ts';
import { Failure } from '../../failure.ts';
import { listAssociations, listCidrs, type Observed } from '../../observe/observed.ts';
import type { AssociationOutcome } from '../../outcome/run-state.ts';
import { type FailureReason, reasons } from '../../reasons.ts';
import { type Finding, faultOf } from './finding.ts';
import type { TargetFacts, TargetReading } from './read-target.ts';

/** What is wrong with one target, and what is right. */
export function checkTarget(reading: TargetReading): readonly Finding[] {
  const { read } = reading;
  if (read instanceof Failure) return checkFailure(reading, read);
  return [
    ...checkCredentials(reading),
    checkRegion(reading, read),
    ...checkAsnLists(reading, read),
    checkIpam(reading, read),
    ...checkAsns(reading, read),
    ...read.pairs.map(checkPair),
    checkPermission(read.pairs),
    ...read.pairs.flatMap(checkRpki),
  ];
}

/** What a failure is about; other reasons come after the credentials and the account. */
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
  const credentials: Finding = { status: 'ok', subject: 'Credentials', found: `from ${source}` };
  if (accountId === undefined) {
    return [credentials, { status: 'unknown', subject: 'Account', found: 'STS did not say it' }];
  }
  const expected = target.accountId === undefined ? '' : ', as the file says';
  return [credentials, { status: 'ok', subject: 'Account', found: accountId + expected }];
}

const maxListed = 10;

function listText(texts: readonly string[]): string {
  const more = texts.length - maxListed;
  return texts.slice(0, maxListed).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Every CIDR is listed in one Region only, so an empty list is most likely another Region's. */
function checkRegion(
  { target: { region } }: TargetReading,
  { observed: { cidrs } }: TargetFacts,
): Finding {
  const subject = `CIDRs in ${region}`;
  if (cidrs.length > 0) {
    return { status: 'ok', subject, found: listText(listCidrs(cidrs).map(cidrText(cidrs))) };
  }
  return {
    status: 'warning',
    subject,
    found: 'EC2 lists none',
    advice:
      'Use the Region of the CIDR (for an IPAM pool, its locale), and the account that holds it.',
  };
}

function cidrText(cidrs: Observed['cidrs']): (cidr: string) => string {
  return (cidr) => {
    const state = cidrs.find((listed) => listed.cidr === cidr)?.state ?? 'unknown';
    const asns = listAssociations(cidrs, cidr).map((each) => `AS${each.asn} ${each.state}`);
    return `${cidr} ${state}${asns.length === 0 ? '' : ` (${asns.join(', ')})`}`;
  };
}

/** The lists of ASNs, by their Regions. */
export function asnLists(
  { target: { region } }: TargetReading,
  { observed: { asns, ipamRegion = region }, regionAsns }: TargetFacts,
): readonly { readonly region: string; readonly asns: Observed['asns'] }[] {
  const own = { region, asns: regionAsns };
  return ipamRegion === region ? [own] : [own, { region: ipamRegion, asns }];
}

function unreadRegions(lists: ReturnType<typeof asnLists>): readonly string[] {
  return lists.flatMap(({ region, asns }) => ('unread' in asns ? region : []));
}

function checkAsnLists(reading: TargetReading, facts: TargetFacts): readonly Finding[] {
  return asnLists(reading, facts).map(({ region, asns }) => {
    const subject = `ASNs in ${region}`;
    if ('unread' in asns) {
      return {
        status: 'warning',
        subject,
        found: `not read: ${asns.unread}`,
        advice: `Allow ec2:DescribeIpamByoasn in ${region}, so that a mistyped ASN is found.`,
      };
    }
    const texts = asns.map(({ asn, state }) => `AS${asn} ${state}`);
    return {
      status: 'ok',
      subject,
      found: texts.length === 0 ? 'IPAM lists none' : listText(texts),
    };
  });
}

/** No call of this project says who the IPAM admin account is; only an account with an IPAM has ASNs. */
function checkIpam(reading: TargetReading, facts: TargetFacts): Finding {
  const subject = 'IPAM admin account';
  const unread = unreadRegions(asnLists(reading, facts));
  const regions = asnLists(reading, facts).flatMap(({ region, asns }) =>
    'unread' in asns || asns.length === 0 ? [] : region,
  );
  if (regions.length > 0) {
    return {
      status: 'ok',
      subject,
      found: `probably this account, with its IPAM in ${regions.join(' or ')}, which lists ASNs`,
    };
  }
  if (unread.length > 0) {
    const found = `not known: the ASNs were not read in ${unread.join(' and ')}`;
    return { status: 'unknown', subject, found };
  }
  return {
    status: 'unknown',
    subject,
    found: 'not known: no ASN is listed for this account',
    advice:
      "Use the IPAM admin account (aws ec2 describe-ipams), and set ipam-region to the IPAM's home Region.",
  };
}

/** Whether the ASNs of the target are in an IPAM. */
function checkAsns(reading: TargetReading, facts: TargetFacts): readonly Finding[] {
  const lists = asnLists(reading, facts);
  const creates = new Set(
    facts.pairs.filter(({ step }) => step !== 'keep').map(({ association }) => association.asn),
  );
  const asns = new Set(facts.pairs.map(({ association }) => association.asn));
  return [...asns].map((asn) => checkAsn(asn, lists, creates.has(asn) ? 'warning' : 'unknown'));
}

function checkAsn(
  asn: string,
  lists: ReturnType<typeof asnLists>,
  unlisted: 'warning' | 'unknown',
): Finding {
  const subject = `AS${asn}`;
  const listed = lists.flatMap(({ region, asns }) =>
    'unread' in asns
      ? []
      : asns.filter((item) => item.asn === asn).map(({ state }) => ({ region, state })),
  );
  const { next } = reasons['asn-not-provisioned'];
  if (listed.length > 0) {
    const found = listed.map(({ region, state }) => `${state} in ${region}`).join(', ');
    const isProvisioned = listed.some(({ state }) => state === 'provisioned');
    return isProvisioned
      ? { status: 'ok', subject, found }
      : { status: 'warning', subject, found, advice: next };
  }
  const unread = unreadRegions(lists);
  const regions = lists.map(({ region }) => region).filter((region) => !unread.includes(region));
  const unlistedIn = regions.length === 0 ? [] : [`not listed in ${regions.join(' and ')}`];
  if (unread.length > 0) {
    const found = [...unlistedIn, `not read in ${unread.join(' and ')}`].join(', ');
    return { status: 'unknown', subject, found };
  }
  return {
    status: unlisted,
    subject,
    found: unlistedIn.join(),
    advice:
      lists.length > 1
        ? next
        : 'Check that it is no typo. If it is right, set ipam-region to the home Region of the IPAM.',
  };
}

/** What the plan says about an association. */
function checkPair(pair: AssociationOutcome): Finding {
  const subject = associationText(pair.association);
  const found = `${pair.why} (CIDR ${pair.cidrState})`;
  if (pair.step !== 'refuse') return { status: 'ok', subject, found };
  const reason = pair.refusal ?? 'refused';
  return {
    status: 'fault',
    subject,
    found: `${pair.why} (${reason})`,
    advice: reasons[reason].next,
  };
}

/** What EC2 said to the dry run, which it is asked once for all associations of a target. */
function checkPermission(pairs: readonly AssociationOutcome[]): Finding {
  const subject = 'Permission to associate';
  const [asked] = pairs.filter(({ step }) => step === 'associate');
  if (!asked) {
    return { status: 'unknown', subject, found: 'not asked: there is nothing to associate' };
  }
  const { failure, evidence } = asked;
  if (!failure) return { status: 'ok', subject, found: evidence.at(-1)?.text ?? '' };
  const fault = faultOf(subject, failure);
  // A denial that a policy for the role would not change comes without one.
  if (failure.reason !== 'not-permitted' || failure.lines.length === 0) return fault;
  return {
    ...fault,
    status: 'warning',
    advice: 'Right for the plan role. Give the apply role the policy above.',
  };
}

function checkRpki({ association: { cidr, asn }, rpki }: AssociationOutcome): readonly Finding[] {
  if (!rpki) return [];
  const subject = `RPKI of ${cidr} from AS${asn}`;
  if (rpki.warnings.length === 0) return [{ status: 'ok', subject, found: rpki.state }];
  const { next } = reasons[rpki.state === 'unread' ? 'rpki-unreadable' : 'rpki-not-valid'];
  const advice = rpki.state === 'valid' ? 'Keep the ROAs of Amazon: they are your way back.' : next;
  return rpki.warnings.map((found) => ({ status: 'warning', subject, found, advice }));
}
