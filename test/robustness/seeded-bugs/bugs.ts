/** A bug that a careless change could bring, as a replacement in one file of src. */
export interface Bug {
  readonly name: string;
  /** Below src. */
  readonly file: string;
  /** Occurs once in the file. */
  readonly right: string;
  readonly wrong: string;
  /** What the simulation says of it. */
  readonly caught: RegExp;
}

/** The bugs that the suite must catch. */
export const bugs: readonly Bug[] = [
  {
    name: 'a 200 is trusted as success',
    file: 'apply/apply.ts',
    right: "if (until === 'accepted') {",
    wrong: "if (until !== 'settled' || started >= 0) {",
    caught: /it says (associated|applied), and its pairs say otherwise/,
  },
  {
    name: 'a lost answer is swallowed',
    file: 'apply/associate.ts',
    right: '    return error;\n',
    wrong: "    return error.answer.kind === 'ambiguous' ? undefined : error;\n",
    caught: /it says applied, and its pairs say otherwise|nothing stood in its way/,
  },
  {
    name: 'a denial is retried',
    file: 'aws/answer.ts',
    right: "return kind === 'throttled' ||",
    wrong: "return kind === 'denied' || kind === 'throttled' ||",
    caught: /called again after a final answer/,
  },
  {
    name: 'a page is forgotten',
    file: 'aws/observe.ts',
    right: 'if (token === undefined) return items;',
    wrong: 'return items;',
    caught: /nothing stood in its way: (refused|cidr-not-found)/,
  },
  {
    name: 'a dry run writes',
    file: 'aws/ec2.ts',
    right: 'DryRun: true',
    wrong: 'DryRun: false',
    caught: /a dry run wrote/,
  },
  {
    name: 'an approval is not looked at',
    file: 'plan/judge.ts',
    right: 'if (expectedPlan === undefined || ',
    wrong: "if (expectedPlan !== 'none' || ",
    caught: /written, and not approved/,
  },
  {
    name: 'max-changes is not looked at',
    file: 'plan/judge.ts',
    right: 'associate <= maxChanges',
    wrong: 'associate >= 0',
    caught: /written, and max-changes was/,
  },
  {
    name: 'a disassociation under way is written over',
    file: 'plan/truth-table.ts',
    right: "'pending-disassociation': {\n    step: 'refuse',",
    wrong: "'pending-disassociation': {\n    step: 'associate',",
    caught: /asked to associate \S+ with AS\d+ over pending-disassociation/,
  },
  {
    name: 'a wait that failed tells the state from before the write',
    file: 'apply/wait.ts',
    right: 'for (const { association } of open()) run.runState.learn(association, { failure });',
    wrong:
      'for (const { association } of open()) run.runState.learn(association, { failure, state: run.runState.pair(association).before });',
    caught: /it says \S+, and may say/,
  },
  {
    name: 'a secret is not masked',
    file: 'aws/web-identity.ts',
    right: 'world.mask(session.sessionToken);',
    wrong: '',
    caught: /a secret is not masked/,
  },
  {
    name: 'a repetition forgets to read back first',
    file: 'apply/associate.ts',
    right: 'doubtful ||= mayBeCarriedOut(error);',
    wrong: 'doubtful = false;',
    caught: /without a change|nothing stood in its way/,
  },
  {
    name: 'a page of a filter is taken for a refusal of EC2',
    file: 'aws/answer.ts',
    right: "return kind === 'ambiguous' || kind === 'intercepted' || kind === 'permitted';",
    wrong: "return kind === 'ambiguous';",
    caught: /without a change/,
  },
  {
    name: "the SDK's hint of a clock that is off decides what an answer means",
    file: 'aws/sdk-error.ts',
    right: "kind: awsCode === undefined ? 'ambiguous' : kindOfAnswer(awsCode, httpStatus),",
    wrong:
      "kind: metadata.clockSkewCorrected ? 'unsent' : kindOfAnswer(awsCode ?? '', httpStatus),",
    caught: /called again after a final answer|without a change/,
  },
];
