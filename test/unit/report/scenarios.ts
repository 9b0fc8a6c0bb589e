import { Failure } from '../../../src/failure.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import type { Evidence } from '../../../src/plan/evidence.ts';
import { type Entry, fleetOf } from './fleet.ts';
import { outcomeOf } from './outcome.ts';

const west = '111122223333/us-west-2';
const permitted: Evidence = { grade: 'proven', text: 'EC2 DryRun permits this role to associate' };

const small: readonly Entry[] = [
  { target: west, cidr: '198.51.100.0/24', note: 'edge POP, ticket NET-12' },
  { target: west, cidr: '2001:db8:1000::/48' },
  { target: west, cidr: '2001:db8:2000::/48', state: 'associated' },
  { target: 'dr', asn: '64501', cidr: '203.0.113.0/24', state: 'pending-association' },
  { target: 'dr', asn: '64501', cidr: '192.0.2.0/24', state: 'associated', others: ['64511'] },
];

/** The plan of examples/byoasn.yml by the reusable workflow, whose role for plans only reads. */
export function examplePlan(): Outcome {
  const notAsked: Evidence = {
    grade: 'not asked',
    text: 'EC2 was not asked whether the role may associate (permission-check: false)',
  };
  const entries: readonly Entry[] = [
    {
      ...{ target: west, cidr: '198.51.100.0/24', note: 'edge POP, ticket NET-12' },
      rpki: ['valid', 'valid'],
    },
    { target: west, cidr: '2001:db8:1000::/48', rpki: ['valid', 'valid'] },
    {
      ...{ target: 'dr', asn: '64501', cidr: '203.0.113.0/24', cidrState: 'advertised' },
      rpki: ['not-found', 'valid'],
    },
  ];
  const evidence = (entry: Entry) => [
    ...(withEvidence(entry).facts?.evidence ?? []).filter(({ grade }) => grade === 'read'),
    notAsked,
  ];
  return fleetOf(entries.map((entry) => ({ ...entry, facts: { evidence: evidence(entry) } })));
}

/** A file with two associations to create, one pending and two that exist. */
export function smallPlan(): Outcome {
  return fleetOf(small.map(withEvidence));
}

/** Some of the associations cannot be created. */
export function refusedPlan(): Outcome {
  const refused: readonly Entry[] = [
    ...small,
    { target: 'edge', cidr: '2001:db8:3000::/48', cidrState: 'unlisted', note: 'from the lab' },
    { target: 'edge', cidr: '2001:db8:4000::/48', state: 'pending-disassociation' },
  ];
  return fleetOf(refused);
}

/** A hundred and twenty associations in twelve targets; nine are to be created. */
export function longPlan(): Outcome {
  const entries = Array.from({ length: 120 }, (_, index): Entry => {
    const account = ['111122223333', '444455556666', '777788889999'][index % 3];
    const region = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2'][index % 4];
    const cidr = `2001:db8:${(4096 + index).toString(16)}::/48`;
    const asn = String(64_500 + (index % 5));
    const entry = { target: `${account}/${region}`, cidr, asn };
    return index % 13 === 4 ? entry : { ...entry, state: 'associated' };
  });
  return fleetOf(entries.map(withEvidence));
}

/** An apply in which one association failed in AWS and a role was denied two others. */
export function partlyApplied(): Outcome {
  const denied = new Failure(
    'access-denied',
    'Could not associate in eu-west-1: UnauthorizedOperation: You are not authorized to perform this operation. (request id 5d343a51-c681-40c6-acea-a47f790ea7a3)',
    {
      likely: 'The role byoasn-apply of account 444455556666 lacks ec2:AssociateIpamByoasn.',
      lines: [
        'Smallest policy for the role, for this Region:',
        '{',
        '  "Effect": "Allow",',
        '  "Action": ["ec2:AssociateIpamByoasn", "ec2:DescribeByoipCidrs"],',
        '  "Resource": "*"',
        '}',
      ],
    },
  );
  const noRoa = new Failure(
    'association-failed',
    '2001:db8:1000::/48 with AS64500 in us-west-2 is failed-association: AWS could not complete it',
  );
  const made = { state: 'associated', changed: true };
  const entries: readonly Entry[] = [
    { target: west, cidr: '198.51.100.0/24', note: 'edge POP, ticket NET-12', facts: made },
    {
      target: west,
      cidr: '2001:db8:1000::/48',
      facts: {
        state: 'failed-association',
        statusMessage: 'AWS could not complete it',
        changed: true,
        failure: noRoa,
      },
    },
    { target: west, cidr: '2001:db8:2000::/48', state: 'associated' },
    { target: 'dr', asn: '64501', cidr: '192.0.2.0/24', facts: { failure: denied } },
    { target: 'dr', asn: '64501', cidr: '203.0.113.0/24', facts: { failure: denied } },
    { target: 'edge', cidr: '2001:db8:3000::/48', facts: {} },
  ];
  return fleetOf(entries, { mode: 'apply' });
}

/** A dry run of the action's inputs. */
export function onePair(): Outcome {
  const offline: Evidence = {
    grade: 'checked offline',
    text: 'the ASN and the CIDR are well-formed and of public use',
  };
  const read: Evidence = {
    grade: 'read',
    text: 'DescribeByoipCidrs: 198.51.100.0/24 is provisioned, its association with AS64500 is absent',
  };
  const facts = {
    step: 'associate',
    before: 'absent',
    state: 'absent',
    cidrState: 'provisioned',
  } as const;
  const evidence = [offline, read, permitted];
  return outcomeOf('dry-run-permitted', { ...facts, evidence }, { mode: 'plan' });
}

/** What a dry run that asks for permission learns of an entry. */
function withEvidence(entry: Entry): Entry {
  if (entry.state !== undefined) return entry;
  const read: Evidence = {
    grade: 'read',
    text: `DescribeByoipCidrs: ${entry.cidr} is provisioned, its association with AS${entry.asn ?? '64500'} is absent`,
  };
  return { ...entry, facts: { evidence: [read, permitted] } };
}
