/** A bug that a careless change could introduce, as a replacement in one file of src. */
export interface Bug {
  readonly name: string;
  /** What is simulated: the action for associations if left out. */
  readonly simulation?: 'routes' | 'removals';
  /** Below src. */
  readonly file: string;
  /** Occurs once in the file. */
  readonly right: string;
  readonly wrong: string;
  /** How the simulation reports it. */
  readonly caught: RegExp;
}

/** The bugs that the suite must catch. */
export const bugs: readonly Bug[] = [
  {
    name: 'a 200 counts as success',
    file: 'apply/apply-target.ts',
    right: "if (until === 'end-state') return",
    wrong: "if (until === 'end-state' && associations.length === 0) return",
    caught: /it says (associated|applied), and its pairs say otherwise/,
  },
  {
    name: 'a lost response is ignored',
    file: 'apply/make-change.ts',
    right: '    return error;\n',
    wrong: "    return error.result.kind === 'ambiguous' ? undefined : error;\n",
    caught: /it says applied, and its pairs say otherwise|nothing stood in its way/,
  },
  {
    name: 'a denial is retried',
    file: 'aws/errors/call-error.ts',
    right: "return kind === 'throttled' ||",
    wrong: "return kind === 'denied' || kind === 'throttled' ||",
    caught: /called again after a final answer/,
  },
  {
    name: 'a page is forgotten',
    file: 'aws/call.ts',
    right: 'if (token === undefined) return items;',
    wrong: 'return items;',
    caught: /nothing stood in its way: (refused|cidr-not-found)/,
  },
  {
    name: 'a dry run makes changes',
    file: 'aws/ec2.ts',
    right: 'DryRun: true',
    wrong: 'DryRun: false',
    caught: /a dry run wrote/,
  },
  {
    name: 'expected-plan is ignored',
    file: 'plan/check.ts',
    right: 'if (expectedPlan === undefined || ',
    wrong: "if (expectedPlan !== 'none' || ",
    caught: /written, and not approved/,
  },
  {
    name: 'max-changes is ignored',
    file: 'plan/check.ts',
    right: 'changes.length <= maxChanges',
    wrong: 'changes.length >= 0',
    caught: /written, and max-changes was/,
  },
  {
    name: 'a pending disassociation is overwritten',
    file: 'plan/association-rules.ts',
    right: "'pending-disassociation': refuse('association-busy', 'a disassociation is pending'),",
    wrong: "'pending-disassociation': { step: 'associate', why: 'a disassociation is pending' },",
    caught: /asked to associate \S+ with AS\d+ over pending-disassociation/,
  },
  {
    name: 'a failed wait reports the state from before the change',
    file: 'apply/wait.ts',
    right: 'for (const { association } of pending()) runState.update(association, { failure });',
    wrong:
      'for (const { association } of pending()) runState.update(association, { failure, state: runState.pair(association).before });',
    caught: /it says \S+, and may say/,
  },
  {
    name: 'a secret is not masked',
    file: 'aws/credentials/sent-secrets.ts',
    right: 'mask(secretAccessKey);',
    wrong: '',
    caught: /a secret is not masked/,
  },
  {
    name: 'a retry does not read back first',
    file: 'apply/call-rules.ts',
    right: "    case 'unsent':\n      return 'not carried out';",
    wrong: "    case 'unsent':\n    case 'ambiguous':\n      return 'not carried out';",
    caught: /called again while pending/,
  },
  {
    name: 'the page of a filter counts as a rejection by EC2',
    file: 'apply/call-rules.ts',
    right: "    case 'intercepted':\n",
    wrong: '',
    caught: /nothing stood in its way/,
  },
  {
    name: "the SDK's hint about clock skew decides what a response means",
    file: 'aws/errors/sdk-error.ts',
    right: "kind: awsCode === undefined ? 'ambiguous' : kindOfCode(awsCode, httpStatus),",
    wrong:
      "kind: property(metadata, 'clockSkewCorrected') ? 'unsent' : kindOfCode(awsCode ?? '', httpStatus),",
    caught: /called again after a final answer|without a change/,
  },
  {
    name: 'the account is checked only once',
    file: 'aws/credentials/one-account.ts',
    right: 'if (accessKeyId === first.accessKeyId) return credentials;',
    wrong: 'if (first) return credentials;',
    caught: /in account 999900001111, which is no target/,
  },
  {
    name: 'a route is not read again before its change',
    simulation: 'routes',
    file: 'routes/change-route.ts',
    right: 'const read = last ? context.listing.read : context.listing.recent;',
    wrong: 'const read = async () => context.listing.last();',
    caught: /\d ms after the last read/,
  },
  {
    name: 'a route that someone else has changed is changed anyway',
    simulation: 'routes',
    file: 'routes/change-rules.ts',
    right: "return now.step === step && isFromOrigin ? 'send' : 'changed';",
    wrong: "return 'send';",
    caught: /over (provisioned|pending-withdrawal|advertised \d+) .*planned from/,
  },
  {
    name: 'the rate limit of changes is ignored',
    simulation: 'routes',
    file: 'aws/route-calls.ts',
    right: 'intervalMs: 10_200',
    wrong: 'intervalMs: 200',
    caught: /only \d+ ms after another/,
  },
  {
    name: 'a swap to your ASN is repeated',
    simulation: 'routes',
    file: 'routes/change-rules.ts',
    right: "return route.origin === 'AWS' && !isUncertain ? 'repeat' : 'unknown';",
    wrong: "return isUncertain ? 'unknown' : 'repeat';",
    caught: /swap \S+: 2 calls that AWS may have carried out/,
  },
  {
    name: 'RPKI does not refuse a route',
    simulation: 'routes',
    file: 'rpki/add-verdicts.ts',
    right: "new Set(['associate', 'advertise', 'swap'])",
    wrong: "new Set(['associate'])",
    caught: /which RPKI says is (invalid|not-found)|without RPKI data/,
  },
  {
    name: 'a CIDR with the origin AWS is withdrawn',
    simulation: 'routes',
    file: 'routes/change-route.ts',
    right: "return origin === 'none' ? undefined :",
    wrong: "return origin === 'none' || origin === 'AWS' ? undefined :",
    caught: /WithdrawByoipCidr \S+, and AWS is desired/,
  },
  {
    name: 'a failure does not stop the changes after it',
    simulation: 'routes',
    file: 'routes/apply-routes.ts',
    right: 'asFailure(error) });\n      return;',
    wrong: 'asFailure(error) });',
    caught: /calls after \S+ had failed/,
  },
  {
    name: 'a stale listing ends the wait for a swap',
    simulation: 'routes',
    file: 'routes/change-rules.ts',
    right: "return moved || isFresh ? 'done' : 'open';",
    wrong: "return 'done';",
    caught: /it says that it is as desired, and AWS has/,
  },
  {
    name: 'the association of the origin is removed',
    simulation: 'removals',
    file: 'plan/association-rules.ts',
    right: 'if (!isProvenUnused(observed.asn, cidr)) return',
    wrong: 'if (observed.asn === cidr.state) return',
    caught: /disassociate \S+ from AS\d+, (which is the origin|whose CIDR is)/,
  },
];
