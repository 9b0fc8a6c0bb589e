import { loadTargets } from '../../config/load.ts';
import type { Context } from '../../context.ts';
import type { Target } from '../../domain/target.ts';
import { asFailure } from '../../failure.ts';
import { type Inputs, readInputs } from '../../inputs/inputs.ts';
import { countNoun } from '../../lib/text.ts';
import { dryRunInputs } from '../plan-command.ts';
import { type Finding, faultOf } from './finding.ts';

/** The targets to check: those of a file, or a Region without associations. */
interface DesiredReading {
  readonly finding: Finding;
  /** Undefined if the inputs or the file have problems. */
  readonly desired?: { readonly inputs: Inputs; readonly targets: readonly Target[] };
}

/** Inputs need an association or a file; this association stands in if there is only a Region. */
const standIn = { asn: '64496', cidr: '192.0.2.0/24', 'allow-special-use': 'true' } as const;

/** Reads the options and the file. It ignores proxies, which are checked separately. */
export async function readDesired(
  options: Readonly<Record<string, string>>,
  { env, readFile }: Pick<Context, 'env' | 'readFile'>,
): Promise<DesiredReading> {
  const { config } = options;
  const subject = config === undefined ? 'Region' : 'File';
  const values: Readonly<Record<string, string>> = {
    ...dryRunInputs,
    // The session of a role must permit the doctor's dry run.
    'permission-check': 'true',
    ...(config === undefined ? standIn : {}),
    ...options,
  };
  const variables = Object.entries(env).filter(([name]) => !/_proxy$/i.test(name));
  try {
    const inputs = readInputs((name) => values[name] ?? '', Object.fromEntries(variables));
    const loaded = await loadTargets(inputs, readFile);
    const targets =
      config === undefined ? loaded.map((target) => ({ ...target, associations: [] })) : loaded;
    const found =
      config === undefined ? regionText(targets) : `${config} has ${countText(targets)}`;
    return { finding: { status: 'ok', subject, found }, desired: { inputs, targets } };
  } catch (error) {
    return { finding: faultOf(subject, asFailure(error)) };
  }
}

function regionText(targets: readonly Target[]): string {
  const regions = targets.map(({ region }) => region).join(', ');
  return `${regions}; associations are checked with --config FILE`;
}

function countText(targets: readonly Target[]): string {
  const count = targets.flatMap(({ associations }) => associations).length;
  const number = countNoun(targets.length, 'target');
  return `${number} with ${countNoun(count, 'association')}`;
}
