import { wrap } from './output.ts';

/** The usual width of a terminal. */
const terminalWidth = 80;

/** An option of a command. */
interface Option {
  /** The name of its value; a switch has none. */
  readonly value?: string;
  /** A `list` may be given several times. */
  readonly count?: 'list';
  readonly text: string;
}

/** Options by name. */
export type Options = Readonly<Record<string, Option>>;

/** The inputs of action.yml that are options of `plan`, under the same names. */
export const planInputs = {
  config: { value: 'FILE', text: 'The file with the associations, in any folder.' },
  target: { value: 'NAME', count: 'list', text: 'Only this target of the file. May be repeated.' },
  asn: { value: 'ASN', text: 'The ASN of a single association, instead of --config.' },
  cidr: { value: 'CIDR', text: 'The CIDR of that association or route.' },
  'aws-region': {
    value: 'REGION',
    text: 'The Region of that CIDR. Default: AWS_REGION, then AWS_DEFAULT_REGION. --region is the same.',
  },
  'allowed-account-ids': {
    value: 'ACCOUNT',
    count: 'list',
    text: 'Refuse credentials of any other account. May be repeated.',
  },
  'permission-check': { text: 'Check with an EC2 DryRun that these credentials may associate.' },
  'expected-plan': { value: 'DIGEST', text: 'Fail unless the plan has this digest.' },
  'max-changes': {
    value: 'COUNT',
    text: 'Fail if the plan would change more. Default of --routes: 1.',
  },
  'allow-remove': { text: 'Accept the removal of associations with remove: true in the file.' },
  rpki: {
    value: 'SOURCE',
    text: 'Read RPKI data: ripestat, the URL of a Routinator or a JSON file of VRPs. Default of --routes: ripestat.',
  },
  'rpki-policy': {
    value: 'POLICY',
    text: 'report (default), refuse-invalid or require-valid (default of --routes).',
  },
  'rpki-max-age': { value: 'HOURS', text: 'Treat older RPKI data as unreadable. Default: 24.' },
  'ipam-region': {
    value: 'REGION',
    text: 'Refuse an ASN that is not provisioned in this home Region of the IPAM.',
  },
  unmanaged: {
    value: 'REACTION',
    text: 'What to do about other ASNs on the CIDRs: report (default), warn or fail.',
  },
  'all-cidrs': { text: 'Also treat CIDRs that are not in the file as unmanaged.' },
  'allow-special-use': { text: 'Accept reserved, private and documentation numbers, for trials.' },
  concurrency: { value: 'COUNT', text: 'Targets at the same time, 1 to 64. Default: 4.' },
  'wait-timeout-seconds': { value: 'SECONDS', text: 'Deadline of the run. Default: 900.' },
} as const satisfies Options;

/** The inputs of route/action.yml that action.yml does not have, as options of `plan`. */
export const routeInputs = {
  origin: {
    value: 'ORIGIN',
    text: 'The origin of a single route, instead of --config: an ASN, AWS or none.',
  },
} as const satisfies Options;

/** The inputs of action.yml that route/action.yml does not have. */
export const notForRoutes = ['asn', 'unmanaged', 'all-cidrs', 'allow-remove'] as const;

/** The options of `plan` that are not inputs. */
export const outputOptions = {
  routes: { text: 'Plan the routes of the file instead of its associations.' },
  json: { text: 'Print the result as JSON instead, on one line (docs/inputs-outputs.md).' },
  'detailed-exitcode': { text: 'Exit with 2 if the plan has changes.' },
  verbose: { text: 'Also print the inputs and the evidence of the plan.' },
} as const satisfies Options;

/** The options of `export`. */
export const exportOptions = {
  'aws-region': {
    value: 'REGION',
    count: 'list',
    text: 'A Region to read; may be repeated. Default and --region as above.',
  },
  output: { value: 'FILE', text: 'Write to this new file instead of stdout.' },
} as const satisfies Options;

/** The inputs of action.yml that are options of `doctor`. */
export const doctorInputs = {
  config: planInputs.config,
  target: planInputs.target,
  'aws-region': planInputs['aws-region'],
  'ipam-region': planInputs['ipam-region'],
  rpki: planInputs.rpki,
  'allow-special-use': planInputs['allow-special-use'],
  'role-to-assume': {
    value: 'ARN',
    count: 'list',
    text: 'In a job: assume this role with its ID token. Repeated, a chain.',
  },
} as const satisfies Options;

/** The options of `doctor` that are not inputs. */
export const doctorOptions = {
  environment: {
    value: 'NAME',
    text: 'Check the rules of this environment. Needs GITHUB_REPOSITORY, and GITHUB_TOKEN or GH_TOKEN. Default: byoasn.',
  },
  report: {
    value: 'FILE',
    text: 'Write a report for a public issue to this new file, with documentation values instead of yours.',
  },
  result: {
    value: 'FILE',
    count: 'list',
    text: 'Add the result of a run to it: the output result, or what plan --json prints.',
  },
  'detailed-exitcode': { text: 'Exit with 2 if the worst finding is a warning.' },
} as const satisfies Options;

/** The options of all commands. */
export const sharedOptions = {
  profile: { value: 'NAME', text: "A profile of AWS's shared files, like AWS_PROFILE." },
} as const satisfies Options;

const usage = `Usage: associate-ipam-byoasn plan --config FILE [options]
       associate-ipam-byoasn plan --asn ASN --cidr CIDR [options]
       associate-ipam-byoasn plan --origin ORIGIN --cidr CIDR [options]
       associate-ipam-byoasn export --aws-region REGION [--output FILE]
       associate-ipam-byoasn doctor [--config FILE] [options]
       associate-ipam-byoasn --help | --version

plan    prints what the action would do, and changes nothing in AWS.
export  prints a configuration file with the associations that exist in AWS.
doctor  checks what a run depends on, and says what to do; it changes nothing.

All use the AWS CLI's credentials: the default chain of the AWS SDK.

Examples:
  associate-ipam-byoasn plan --config byoasn.yml
  associate-ipam-byoasn plan --asn 64500 --cidr 198.51.100.0/24 \\
    --aws-region us-west-2 --rpki ripestat`;

const statuses = `Exit status:
  0    the plan was made, the file was written, or there is no fault
  1    it failed, a rule refused the plan, or doctor found a fault
  2    with --detailed-exitcode: the plan has changes, or doctor found no
       fault, but warnings
  64   invalid command line
  130  ended by SIGINT (Ctrl-C); other signals: 128 + their number`;

/** The text of `--help`. */
export function helpText(): string {
  const groups = [
    ['Options of plan', { ...planInputs, ...routeInputs, ...outputOptions }],
    ['Options of export', exportOptions],
    [
      'Options of doctor, besides --config, --target, --aws-region, --ipam-region,\n--rpki and --allow-special-use',
      { 'role-to-assume': doctorInputs['role-to-assume'], ...doctorOptions },
    ],
    ['Options of all', sharedOptions],
  ] as const;
  const texts = groups.map(([title, options]) => `${title}:\n${optionLines(options).join('\n')}`);
  return [usage, ...texts, statuses].join('\n\n');
}

function optionLines(options: Options): string[] {
  const indent = ' '.repeat(34);
  return Object.entries(options).flatMap(([name, { value, text }]) => {
    const head = value === undefined ? `  --${name}` : `  --${name} ${value}`;
    return wrap(text, terminalWidth, head.padEnd(indent.length), indent);
  });
}
