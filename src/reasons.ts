/** How a step ends on the runner. */
export type Conclusion = 'success' | 'failure';

/** Texts for people: what happened, and what to do next. */
interface ReasonEntry {
  readonly cause: string;
  readonly next: string;
}

const successes = {
  associated: {
    cause: 'AWS shows the association as associated.',
    next: 'Routes have not changed: advertise the CIDR from this ASN when you want them to.',
  },
  'already-associated': {
    cause: 'The association already exists. Nothing was changed.',
    next: 'Nothing to do.',
  },
  'already-pending': {
    cause: 'The association is pending in AWS. This run did not wait for it.',
    next: 'Nothing to do: AWS continues. Run again later to see the end state.',
  },
  accepted: {
    cause: 'EC2 accepted the changes of the run, and wait is false.',
    next: 'Run again later to see the end state.',
  },
  'dry-run-permitted': {
    cause: 'The association can be created: EC2 confirmed that this role may.',
    next: 'Review the plan, merge a pull request, and approve the apply. EC2 checked only the permission.',
  },
  'dry-run-unchecked': {
    cause:
      'The association would be created. Permission was not checked (permission-check: false).',
    next: 'Review the plan, merge a pull request, and approve the apply.',
  },
  planned: {
    cause: 'The plan has changes, and nothing blocks it.',
    next: 'Review the plan. On a pull request, merge it: the run on the default branch waits for the approval.',
  },
  'no-changes': {
    cause: 'Everything is as desired, or pending. Nothing was changed.',
    next: 'Nothing to do.',
  },
  applied: {
    cause: 'AWS shows everything as desired.',
    next: 'An association changes no routes: advertise a CIDR from your ASN when you want it to.',
  },
  advertised: {
    cause: 'AWS accepted the origin, and shows the CIDR as advertised.',
    next: 'Nothing to do. Networks outside AWS can take a few minutes.',
  },
  withdrawn: {
    cause: 'AWS no longer advertises the CIDR.',
    next: 'If the file has a route for it, set origin: none there, or the next plan advertises it again.',
  },
  disassociated: {
    cause: 'AWS shows the association as disassociated, or no longer lists it.',
    next: 'Delete the entry with remove: true from the file.',
  },
  'fork-no-credentials': {
    cause:
      'GitHub gives no credentials to pull requests from forks. Those by Dependabot get at most an ID token, and this job has none. No other credentials are configured, so only the offline checks ran.',
    next: 'Review the change, and plan it on a branch of this repository.',
  },
} as const satisfies Record<string, ReasonEntry>;

const failures = {
  'not-permitted': {
    cause: 'EC2 denied the dry run: this role may not make the call.',
    next: 'Give the role the policy that the log prints, or set permission-check: false for a role that only reads.',
  },
  'invalid-input': {
    cause: 'Inputs, or entries of the file, are invalid. Nothing was changed.',
    next: 'Fix the problems that are listed.',
  },
  'no-credentials': {
    cause: 'No AWS credentials are configured, or GitHub gave the job no ID token.',
    next: 'Grant id-token: write and set role-to-assume, or configure credentials in an earlier step.',
  },
  'oidc-denied': {
    cause: "STS refused GitHub's ID token for this role.",
    next: "Compare the claims with the role's trust policy (docs/troubleshooting.md). Correct the job, or add its sub to the policy if this kind of run may have the role.",
  },
  'credentials-rejected': {
    cause:
      'The configured credentials are wrong, expired or incomplete, or the clock of the runner is off.',
    next: 'Renew the credentials, and check the clock of a self-hosted runner.',
  },
  'account-not-allowed': {
    cause:
      "The credentials belong to an account that is not the target's or not in allowed-account-ids, or switched accounts during the run.",
    next: 'Check role-to-assume, allowed-account-ids and the account of the target.',
  },
  'cidr-not-found': {
    cause: 'AWS lists no such BYOIP CIDR in this account and Region.',
    next: 'Check the Region, the account, and that the CIDR is exactly the provisioned one.',
  },
  'cidr-not-ready': {
    cause: 'The CIDR is neither provisioned nor advertised.',
    next: 'If it is pending-provision, run again when DescribeByoipCidrs shows it as provisioned. Otherwise provision it again, or remove the entry.',
  },
  'cidr-not-eligible': {
    cause:
      'The CIDR can never be advertised from your ASN: it is anycast, or not publicly advertisable.',
    next: 'Use a unicast CIDR that was provisioned as publicly advertisable.',
  },
  'asn-not-provisioned': {
    cause: 'The ASN is not provisioned in IPAM; or, with ipam-region, not listed there.',
    next: 'Check the ASN and ipam-region. If both are right, provision the ASN (docs/getting-started.md#provision-an-asn), then run again.',
  },
  'asn-not-associated': {
    cause: 'The CIDR is not associated with the desired origin ASN.',
    next: 'Associate the ASN with the CIDR first, then run again.',
  },
  'asn-in-use': {
    cause: 'The CIDR is, or may be, advertised from the ASN whose association is to be removed.',
    next: 'Change the origin of the CIDR first (docs/routes.md), then remove the association.',
  },
  'route-busy': {
    cause: 'AWS is advertising or withdrawing the CIDR.',
    next: 'Run again when DescribeByoipCidrs shows it as advertised or provisioned.',
  },
  'origin-unknown': {
    cause: 'The CIDR is advertised, but its origin could not be read.',
    next: 'Check its origin in the EC2 console. Let the role read IPAM (docs/iam.md#roles-for-routes), or withdraw the CIDR first.',
  },
  'not-verified': {
    cause: 'The change was made, but the desired origin could not be verified.',
    next: 'Check the route outside AWS. Nothing was rolled back; run again to see its state.',
  },
  'rpki-not-valid': {
    cause: 'RPKI does not show the CIDR as valid with this ASN, and rpki-policy refuses that.',
    next: 'Create the ROA that the message names, and run again when it is published.',
  },
  'rpki-unreadable': {
    cause: 'RPKI data could not be read or is stale, and rpki-policy needs it.',
    next: 'Check the source that the input rpki names, then run again.',
  },
  'association-busy': {
    cause: 'An association or disassociation is in progress, or a disassociation has failed.',
    next: 'Wait until it ends, or resolve the failure in AWS, then run again.',
  },
  'unknown-state': {
    cause:
      'AWS shows a state that this version does not know, or a listing that contradicts itself or cannot be read.',
    next: 'Run again: the listing may have changed while it was read. If it persists, check the state in AWS, and update this action.',
  },
  refused: {
    cause: 'One or more entries are blocked. Nothing was changed.',
    next: 'Fix each blocked entry, or remove it from the file; that changes nothing in AWS.',
  },
  'plan-changed': {
    cause: 'The plan differs from the approved one. Nothing was changed.',
    next: 'Re-run all jobs, and review and approve the new plan.',
  },
  'too-many-changes': {
    cause: 'The plan changes more than max-changes allows. Nothing was changed.',
    next: 'Check the plan. If it is intended, raise max-changes.',
  },
  unmanaged: {
    cause:
      'AWS has associations or CIDRs that the file lacks, and unmanaged is fail. Nothing was changed.',
    next: 'Find out who created them. Add them to the file, or remove them in AWS.',
  },
  'partly-applied': {
    cause: 'Some changes were made, and others failed or were skipped.',
    next: 'Resolve each failure, then re-run all jobs; completed changes are kept.',
  },
  'association-failed': {
    cause: 'AWS could not associate or disassociate it, or removed it.',
    next: "Resolve what AWS's status message says, then re-run all jobs to plan a new attempt.",
  },
  'wait-timeout': {
    cause: 'The deadline passed before AWS showed an end state.',
    next: 'Re-run the failed jobs to continue waiting. If changes were skipped, re-run all jobs. Raise wait-timeout-seconds if AWS needs longer.',
  },
  'access-denied': {
    cause: 'AWS denied a call that the run needs.',
    next: 'Give the role its policy from docs/iam.md, and check organization policies.',
  },
  'request-rejected': {
    cause: 'AWS rejected the request.',
    next: "Do what AWS's message says; the same request will be rejected again.",
  },
  throttled: {
    cause: 'AWS throttled the calls until the deadline.',
    next: 'Run again later. Let runs in one account and Region wait for each other (concurrency).',
  },
  'service-error': {
    cause: 'AWS repeatedly returned server errors or unreadable responses.',
    next: 'Run again: the new run reads the state first, and makes only the changes that are still missing.',
  },
  'network-error': {
    cause: 'AWS could not be reached, or did not respond in time.',
    next: 'Check Region, DNS, proxy and firewall, then run again.',
  },
  cancelled: {
    cause: 'The run was cancelled by a signal.',
    next: 'Re-run the failed jobs to wait for pending changes. If changes were skipped, re-run all jobs.',
  },
  'internal-error': {
    cause: 'A defect of this action.',
    next: 'Please report it with the log. Running again is safe.',
  },
} as const satisfies Record<string, ReasonEntry>;

/** The reasons that fail the step. */
export type FailureReason = keyof typeof failures;

/** A value of the `reason` output. */
export type Reason = keyof typeof successes | FailureReason;

/**
 * Every way in which a run can end: the closed list of the output `reason`. The tables of
 * docs/troubleshooting.md are generated from it.
 */
export const reasons: Readonly<Record<Reason, ReasonEntry>> = { ...successes, ...failures };

/** How a run ends with a reason. */
export function conclusionOf(reason: Reason): Conclusion {
  return reason in successes ? 'success' : 'failure';
}
