import { associations } from '../../associations.ts';
import type { BoundedContext } from '../../context.ts';
import type { Target } from '../../domain/target.ts';
import { Failure } from '../../failure.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import { type ConnectedTarget, connectTarget, openTarget } from '../../observe/connect-target.ts';
import { tryDescribeAsns } from '../../observe/describe.ts';
import type { Observed } from '../../observe/observed.ts';
import { type AssociationOutcome, createRunState, initialPairs } from '../../outcome/run-state.ts';

/** A target, and what AWS lists and says about it. */
export interface TargetReading {
  readonly target: Target;
  /** Where the credentials come from. */
  readonly source: string;
  /** Undefined if STS did not return it. */
  readonly accountId: string | undefined;
  /** A Failure if the target could not be read. */
  readonly read: TargetFacts | Failure;
}

/** The ASNs that IPAM lists in a Region. */
export interface AsnList {
  readonly region: string;
  readonly asns: Observed['asns'];
}

/** What AWS lists for a target, and says about its associations. */
export interface TargetFacts {
  readonly observed: Observed;
  /** The list of the CIDRs' Region, and of the IPAM's home Region if that is another. */
  readonly asnLists: readonly AsnList[];
  /** The planned associations, with EC2's response to the dry run. */
  readonly pairs: readonly AssociationOutcome[];
}

/** Connects to a target, reads it, plans it and asks EC2 for permission. It changes nothing. */
export async function readTarget(
  target: Target,
  source: string,
  inputs: Inputs,
  context: BoundedContext,
): Promise<TargetReading> {
  let accountId: string | undefined;
  const onAccountId = (known: string) => {
    accountId = known;
  };
  const allowRemove = target.associations.some(({ remove }) => remove);
  const own = { ...inputs, allowRemove };
  let read: TargetReading['read'];
  try {
    const connected = await connectTarget(target, own, associations, context, onAccountId);
    const [asnLists, pairs] = await Promise.all([
      readAsnLists(connected, inputs, context),
      planPairs(connected, own, context),
    ]);
    read = { observed: connected.observed, asnLists, pairs };
  } catch (error) {
    context.cancelled.throwIfAborted();
    if (!(error instanceof Failure)) throw error;
    read = error;
  }
  return { target, source, accountId, read };
}

/**
 * AWS's pages do not agree on which of the two Regions lists an ASN. The session for the CIDRs' Region
 * may only read, and must be of the same account.
 */
async function readAsnLists(
  { target, observed }: ConnectedTarget,
  inputs: Inputs,
  context: BoundedContext,
): Promise<readonly AsnList[]> {
  const { region } = target;
  const { asns, ipamRegion = region } = observed;
  const ofIpam = { region: ipamRegion, asns };
  if (ipamRegion === region) return [ofIpam];
  const local = { ipamRegion: undefined };
  const { connection, calls } = await openTarget(
    { ...target, ...local },
    { ...inputs, ...local, permissionCheck: 'skip' },
    associations,
    context,
    () => {},
  );
  return [{ region, asns: await tryDescribeAsns(connection.ec2, calls) }, ofIpam];
}

/** Plans one target with all evidence, and makes a dry run of the plan. */
async function planPairs(
  connected: ConnectedTarget,
  inputs: Inputs,
  context: BoundedContext,
): Promise<readonly AssociationOutcome[]> {
  const made = await associations.makePlan([connected], inputs, context);
  const plan = await associations.addEvidence(made, inputs, context);
  const runState = createRunState();
  runState.addEntries(initialPairs(connected.target));
  runState.setPlan(plan);
  const stage = { connected: [connected], inputs, context, runState };
  await associations.apply(plan, { ...stage, contextOf: () => context, elapsed: () => '' });
  return runState.pairs();
}
