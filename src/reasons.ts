/** How a step ends on the runner. */
export type Ending = 'success' | 'failure';

interface ReasonEntry {
  readonly ending: Ending;
  readonly cause: string;
  readonly next: string;
}

/**
 * Every way in which a run can end: the closed list behind the `reason` output. The exit status
 * follows from `ending` alone. docs/troubleshooting.md is generated from this table.
 */
export const reasons = {
  associated: {
    ending: 'success',
    cause: 'The association was made or was already under way, and AWS now shows it as associated.',
    next: 'Advertise the CIDR with this ASN when you want routes to change; associating changes none.',
  },
  'already-associated': {
    ending: 'success',
    cause: 'AWS already showed the association as associated; nothing was written.',
    next: 'Nothing to do.',
  },
  'already-pending': {
    ending: 'success',
    cause:
      'AWS already showed pending-association; this run was a dry run or did not wait, and wrote nothing.',
    next: 'Run again with dry-run: false and wait: true to wait for the end state.',
  },
  accepted: {
    ending: 'success',
    cause: 'EC2 accepted the call and wait is false.',
    next: 'Run again later: it reads the state, and joins the wait where one is needed.',
  },
  'dry-run-permitted': {
    ending: 'success',
    cause: 'The plan would associate, and EC2 answered that this role is permitted to.',
    next: 'Approve the run with dry-run: false. A dry run proves permission, nothing else.',
  },
  'dry-run-unchecked': {
    ending: 'success',
    cause:
      'The plan would associate; permission-check is false, so EC2 was not asked for permission.',
    next: 'Approve the run with dry-run: false, under a role that may associate.',
  },
  planned: {
    ending: 'success',
    cause: 'A dry run of a config file: the plan would write, and nothing refuses it.',
    next: 'Review the plan, then approve the job that applies it with its plan-digest as expected-plan.',
  },
  'no-changes': {
    ending: 'success',
    cause: 'Every association of the config file is there or under way; nothing was to be written.',
    next: 'Nothing to do.',
  },
  applied: {
    ending: 'success',
    cause: 'AWS now shows every association of the config file as associated.',
    next: 'Advertise a CIDR with its ASN when you want routes to change; associating changes none.',
  },
  'fork-no-credentials': {
    ending: 'success',
    cause:
      'A dry run on the pull request of a fork or of Dependabot, which GitHub gives no credentials; only the offline checks ran.',
    next: 'Review the change, then let a run of a branch of this repository make the plan.',
  },
  'not-permitted': {
    ending: 'failure',
    cause: 'In a dry run EC2 answered that this role may not associate.',
    next: 'Give the role the apply policy, or set permission-check: false for a role that may only read.',
  },
  'invalid-input': {
    ending: 'failure',
    cause:
      'One or more inputs, or entries of the config file, were refused before anything was asked of AWS.',
    next: 'Correct everything that the log names.',
  },
  'no-credentials': {
    ending: 'failure',
    cause: 'No AWS credentials could be had.',
    next: 'Grant id-token: write and set role-to-assume, or put a step that provides credentials in front.',
  },
  'oidc-denied': {
    ending: 'failure',
    cause: "STS refused GitHub's ID token for this role.",
    next: "Compare the claims in the log with the role's trust policy; correct the job, or add the sub shown if this kind of run may have the role.",
  },
  'credentials-rejected': {
    ending: 'failure',
    cause: 'AWS did not accept the credentials: wrong, expired, or signed by a clock that is off.',
    next: 'Renew the credentials, and check the clock of a self-hosted runner.',
  },
  'account-not-allowed': {
    ending: 'failure',
    cause:
      'The credentials belong to an account that allowed-account-ids does not name, or to another than the target of the config file.',
    next: 'Check role-to-assume, then allowed-account-ids and the account of the target.',
  },
  'cidr-not-found': {
    ending: 'failure',
    cause: 'AWS lists no such BYOIP CIDR in this account and Region.',
    next: 'Check aws-region, the account, and that the CIDR is exactly the one that was provisioned.',
  },
  'cidr-not-ready': {
    ending: 'failure',
    cause: 'The CIDR is neither provisioned nor advertised, nor on its way between the two.',
    next: 'Wait until DescribeByoipCidrs shows it as provisioned, then run again.',
  },
  'cidr-not-eligible': {
    ending: 'failure',
    cause:
      'The CIDR can never be advertised from your ASN: it is anycast or not publicly advertisable.',
    next: 'Use a unicast CIDR that was provisioned as publicly advertisable.',
  },
  'asn-not-provisioned': {
    ending: 'failure',
    cause: 'IPAM shows the ASN in a state other than provisioned.',
    next: 'Finish ProvisionIpamByoasn until DescribeIpamByoasn shows provisioned, then run again.',
  },
  'association-busy': {
    ending: 'failure',
    cause: 'A disassociation of this pair is under way or has failed.',
    next: 'Let the disassociation end, or solve its failure, then run again.',
  },
  'unknown-state': {
    ending: 'failure',
    cause:
      'AWS shows a state that this version does not know, or entries that contradict each other, so it refuses to write.',
    next: 'Run again where entries contradict each other; else look at the state in the AWS documentation, and use a newer version of this action.',
  },
  refused: {
    ending: 'failure',
    cause:
      'One or more associations of the config file are refused, so nothing of the plan is written.',
    next: 'Solve what each line says, or take the association out of the file; leaving it out removes nothing.',
  },
  'plan-changed': {
    ending: 'failure',
    cause: 'The plan is not the one whose digest is expected-plan, so nothing was written.',
    next: 'Run the whole workflow again, so that the plan as it is now is reviewed and approved.',
  },
  'too-many-changes': {
    ending: 'failure',
    cause: 'The plan would write more associations than max-changes allows.',
    next: 'Check that the plan is meant; then raise max-changes, or apply target by target.',
  },
  'partly-applied': {
    ending: 'failure',
    cause: 'Some associations were made or are under way, and others failed or were skipped.',
    next: 'Act on each failure, then plan and apply again: what is there is kept, and only the rest is written.',
  },
  'association-failed': {
    ending: 'failure',
    cause: 'AWS ended the association in failed-association, or dropped it.',
    next: "Act on AWS's status message, then run again: it associates anew.",
  },
  'wait-timeout': {
    ending: 'failure',
    cause: 'The deadline passed before AWS showed an end state.',
    next: 'Run the same job again: it joins the wait and repeats no call. If some associations were skipped and expected-plan is set, run the whole workflow again. Raise wait-timeout-seconds if AWS needs longer.',
  },
  'access-denied': {
    ending: 'failure',
    cause: 'AWS denied a call that the run needs.',
    next: 'Give the role the policy of docs/iam.md for what it is used for, and check for organization policies that deny it.',
  },
  'request-rejected': {
    ending: 'failure',
    cause: 'AWS refused the request with a client error.',
    next: "Act on AWS's message; the same request will be refused again.",
  },
  throttled: {
    ending: 'failure',
    cause: 'AWS throttled the calls until the deadline.',
    next: 'Run again later, and keep runs for one account and Region from overlapping (concurrency).',
  },
  'service-error': {
    ending: 'failure',
    cause:
      'AWS answered with a server error, or with something that cannot be read, more than once.',
    next: 'Run again: it reads the state first and writes only what is missing.',
  },
  'network-error': {
    ending: 'failure',
    cause: 'AWS could not be reached, or did not answer in time.',
    next: 'Check aws-region, DNS, proxy and firewall of the runner, then run again.',
  },
  cancelled: {
    ending: 'failure',
    cause: 'The run was cancelled (SIGINT or SIGTERM).',
    next: 'Run again: it reads the state first, and joins a wait that is under way.',
  },
  'internal-error': {
    ending: 'failure',
    cause: 'A defect of this action.',
    next: 'Please report it with the log. Running again is safe.',
  },
} as const satisfies Record<string, ReasonEntry>;

/** A value of the `reason` output. */
export type Reason = keyof typeof reasons;

/** The reasons that fail the step. */
export type FailureReason = {
  [Name in Reason]: (typeof reasons)[Name]['ending'] extends 'failure' ? Name : never;
}[Reason];
