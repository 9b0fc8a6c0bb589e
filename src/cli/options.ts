import { wrap } from './wrap.ts';

/** What a terminal shows in a line at least, where nobody has made it smaller. */
const terminalWidth = 80;

/** An option of a command. */
export interface Option {
  /** What its value is called; without one it is a switch. */
  readonly value?: string;
  /** `list` may be given several times. */
  readonly count?: 'list';
  readonly text: string;
}

type Options = Readonly<Record<string, Option>>;

/** The inputs of action.yml that `plan` takes, each by its own name. */
export const planInputs = {
  config: { value: 'FILE', text: 'The file with the associations, from any folder.' },
  target: {
    value: 'NAME',
    count: 'list',
    text: 'Only this target of the file. Give it several times for several.',
  },
  asn: { value: 'ASN', text: 'One association instead of a file: its ASN,' },
  cidr: { value: 'CIDR', text: 'and its CIDR.' },
  'aws-region': {
    value: 'REGION',
    text: 'The Region of that CIDR; else AWS_REGION, then AWS_DEFAULT_REGION. --region is the same.',
  },
  'allowed-account-ids': {
    value: 'ACCOUNT',
    count: 'list',
    text: 'Refuse credentials of any other account. Give it several times for several.',
  },
  'permission-check': {
    text: 'Ask EC2 with DryRun whether these credentials may associate.',
  },
  'expected-plan': { value: 'DIGEST', text: 'Fail unless the plan has this digest.' },
  'max-changes': { value: 'COUNT', text: 'Fail if the plan would write more associations.' },
  'allow-special-use': { text: 'Accept reserved, private and documentation numbers, for trials.' },
  concurrency: { value: 'COUNT', text: 'Targets at a time, 1 to 64; 4 unless given.' },
  'wait-timeout-seconds': { value: 'SECONDS', text: 'Deadline of the run; 900 unless given.' },
} as const satisfies Options;

/** The options of `plan` that are not about the plan itself. */
export const planManner = {
  json: { text: 'Print the result as JSON instead, on one line (docs/inputs-outputs.md).' },
  'detailed-exitcode': { text: 'Exit with 2 when the plan would write.' },
  verbose: { text: 'Show the inputs, and all that the plan rests on.' },
} as const satisfies Options;

/** The options of `export`. */
export const exportOptions = {
  'aws-region': {
    value: 'REGION',
    count: 'list',
    text: 'A Region to read; else AWS_REGION, then AWS_DEFAULT_REGION. --region is the same.',
  },
  output: { value: 'FILE', text: 'Write to this new file, not to stdout.' },
} as const satisfies Options;

/** The options of both. */
export const sharedOptions = {
  profile: { value: 'NAME', text: "A profile of AWS's shared files, as AWS_PROFILE." },
} as const satisfies Options;

const usage = `Usage: associate-ipam-byoasn plan --config FILE [options]
       associate-ipam-byoasn plan --asn ASN --cidr CIDR [options]
       associate-ipam-byoasn export --aws-region REGION [--output FILE]
       associate-ipam-byoasn --help | --version

plan    shows what the action would do, and writes nothing to AWS.
export  prints a configuration file with the associations that AWS shows.

Both take the credentials that the AWS CLI would take, by the AWS SDK's default
chain.`;

const statuses = `Exit status:
  0    the plan was made, or the file was written
  1    it failed, or a rule refuses the plan
  2    with --detailed-exitcode: the plan was made, and would write
  64   the command line cannot be read
  130  ended by SIGINT (Ctrl-C); another signal ends with 128 + its number`;

/** What `--help` prints. */
export function helpText(): string {
  const groups = [
    ['Options of plan', { ...planInputs, ...planManner }],
    ['Options of export', exportOptions],
    ['Options of both', sharedOptions],
  ] as const;
  const texts = groups.map(([title, options]) => `${title}:\n${optionLines(options).join('\n')}`);
  return [usage, ...texts, statuses].join('\n\n');
}

function optionLines(options: Options): string[] {
  const heads = Object.entries(options).map(([name, { value, text }]) => ({
    head: value === undefined ? `--${name}` : `--${name} ${value}`,
    text,
  }));
  const start = ' '.repeat(34);
  return heads.flatMap(({ head, text }) =>
    wrap(text, terminalWidth, `  ${head}`.padEnd(start.length), start),
  );
}
