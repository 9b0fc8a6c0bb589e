import type { RpkiState } from '../../../src/domain/rpki.ts';
import type { DesiredAssociation, Target } from '../../../src/domain/target.ts';
import { asFailure, type Failure } from '../../../src/failure.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import type { ObservedCidr } from '../../../src/observe/observed.ts';
import { conclude } from '../../../src/outcome/conclude.ts';
import {
  createRunState,
  initialPairs,
  type Outcome,
  type PairUpdate,
} from '../../../src/outcome/run-state.ts';
import { checkPlan } from '../../../src/plan/check.ts';
import { type Change, makePlan, type ObservedTarget, type Plan } from '../../../src/plan/plan.ts';
import { associationOf } from '../domain/association.ts';
import { inputsOf } from './outcome.ts';

/** A line of a config file, and what AWS shows of it. */
export interface Entry {
  readonly target: string;
  readonly cidr: string;
  readonly asn?: string;
  readonly note?: string;
  /** Whether the file says to remove it. */
  readonly remove?: true;
  /** Of the association; `absent` when left out. */
  readonly state?: string;
  readonly statusMessage?: string;
  /** Of the CIDR; `unlisted` for one that AWS does not know. */
  readonly cidrState?: string;
  readonly cidrMessage?: string;
  /** Whether the IPAM has the ASN; `true` when left out. */
  readonly asnListed?: boolean;
  /** What RPKI says of it, and of Amazon's ASNs. */
  readonly rpki?: readonly [own: RpkiState, amazon: RpkiState];
  /** Further ASNs that AWS shows on the CIDR. */
  readonly others?: readonly string[];
  /** What the run reads of it after the plan. */
  readonly facts?: PairUpdate;
}

/** The name of a target that looks like another account and Region. */
export const disguised = '111122223333/us-west-2.444455556666.eu-west-1';

const accounts: Readonly<Record<string, readonly [account: string, region: string]>> = {
  dr: ['444455556666', 'eu-west-1'],
  edge: ['111122223333', 'us-east-1'],
  [disguised]: ['444455556666', 'eu-west-1'],
};

/** A run of a config file, a dry run by default, through the real planner, checks and run state. */
export function fleetOf(entries: readonly Entry[], inputs: Partial<Inputs> = {}): Outcome {
  const desired = entries.map((entry, index) => ({
    entry,
    association: desiredFrom(entry, index),
  }));
  const byTarget = [...Map.groupBy(desired, ({ entry }) => entry.target)];
  const observations = byTarget.map(([name, some]) => observe(name, some));
  const source = { form: 'file', path: 'byoasn.yml', only: [] } as const;
  const given = inputsOf({ source, mode: 'plan', ...inputs });
  const runState = createRunState();
  runState.start(given);
  runState.addEntries(observations.flatMap(({ target }) => initialPairs(target)));
  const plan = withRpki(makePlan(observations, given), entries);
  runState.setPlan(plan);
  for (const { entry, association } of desired) runState.update(association, entry.facts ?? {});
  return runState.finish(refusalOf(plan, given) ?? conclude(runState.pairs(), given));
}

/** The plan as it is once RPKI was read. */
function withRpki(plan: Plan, entries: readonly Entry[]): Plan {
  const changes = plan.changes.map((change) => {
    const { rpki: [own, amazon] = [] } =
      entries.find(({ cidr }) => cidr === change.association.cidr) ?? {};
    return own && amazon ? { ...change, rpki: verdictOf(change, own, amazon) } : change;
  });
  return { ...plan, changes };
}

function verdictOf({ association: { asn, cidr } }: Change, own: RpkiState, amazon: RpkiState) {
  const why = own === 'valid' ? '' : `create a ROA for ${cidr} with AS${asn}`;
  return {
    state: own,
    why,
    wayBack: ['16509', '14618'].map((origin) => ({ asn: origin, state: amazon })),
    notes: [],
    roas: [],
    warnings: [
      ...(own === 'valid' ? [] : [`${cidr} from AS${asn} is ${own} in RPKI: ${why}`]),
      ...(amazon === 'valid'
        ? []
        : [
            `${cidr} from Amazon's AS16509 and AS14618 is ${amazon} in RPKI: AWS may stop advertising it`,
          ]),
    ],
  };
}

function refusalOf(plan: Plan, inputs: Inputs): Failure | undefined {
  try {
    checkPlan(plan, inputs);
    return undefined;
  } catch (refusal) {
    return asFailure(refusal);
  }
}

interface Desired {
  readonly entry: Entry;
  readonly association: DesiredAssociation;
}

function desiredFrom({ asn, cidr, note = '', remove }: Entry, index: number): DesiredAssociation {
  const location = { file: 'byoasn.yml', line: 6 + index, column: 9 };
  return { ...associationOf(asn, cidr), note, location, ...(remove ? { remove } : {}) };
}

function observe(name: string, desired: readonly Desired[]): ObservedTarget {
  const [accountId, region] = accounts[name] ?? name.split('/');
  const associations = desired.map(({ association }) => association);
  const target: Target = { name, accountId, region: region ?? name, associations };
  const byCidr = [...Map.groupBy(desired, ({ association }) => association.cidr)];
  const asns = desired
    .filter(({ entry: { asnListed = true } }) => asnListed)
    .map(({ association: { asn } }) => asn);
  return {
    target,
    observed: {
      cidrs: byCidr.flatMap(([cidr, some]) => listed(cidr, some)),
      asns: [...new Set(asns)].map((asn) => ({ asn, state: 'provisioned', statusMessage: '' })),
    },
  };
}

/** What AWS lists of a CIDR. */
function listed(cidr: string, desired: readonly Desired[]): ObservedCidr[] {
  const [
    {
      entry: { cidrState = 'provisioned', cidrMessage = '', others = [] },
    } = { entry: {} },
  ] = desired;
  if (cidrState === 'unlisted') return [];
  const own = desired.flatMap(({ entry: { state, statusMessage = '' }, association: { asn } }) =>
    state === undefined ? [] : [{ asn, state, statusMessage }],
  );
  const more = others.map((asn) => ({ asn, state: 'associated', statusMessage: '' }));
  return [
    {
      cidr,
      state: cidrState,
      statusMessage: cidrMessage,
      advertisementType: 'unicast',
      networkBorderGroup: 'us-west-2',
      associations: [...own, ...more],
    },
  ];
}
