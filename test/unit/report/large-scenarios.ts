import { createHash } from 'node:crypto';
import { CallError } from '../../../src/aws/errors/call-error.ts';
import { toFailure } from '../../../src/aws/errors/to-failure.ts';
import { applyPolicy, policyToPaste } from '../../../src/aws/policies.ts';
import { type Association, associationText } from '../../../src/domain/association.ts';
import type { Outcome, PairUpdate } from '../../../src/outcome/run-state.ts';
import { entryOf } from '../../../src/plan/entry.ts';
import { associationOf } from '../domain/association.ts';
import { type Entry, fleetOf } from './fleet.ts';

const [account, region] = ['444455556666', 'eu-west-1'];

/** Sixty associations to create in two targets with one ASN each; nine CIDRs are advertised. */
export function sixtyRows(): Outcome {
  return planOf(60, ['111122223333/us-west-2', 'dr']);
}

/** Four hundred associations to create in four targets with one ASN each. */
export function fourHundred(): Outcome {
  return planOf(400, ['111122223333/us-west-2', '111122223333/us-east-1', 'dr', 'edge']);
}

/** An apply in which EC2 denied sixty calls, each with a message and a request ID of its own. */
export function sixtyDenials(): Outcome {
  const entries = Array.from({ length: 60 }, (_, index): Entry => {
    const association = associationOf('64500', cidrOf(index));
    return { target: `${account}/${region}`, ...association, facts: deniedCall(association) };
  });
  return fleetOf(entries, { mode: 'apply' });
}

/** A plan by a role that may associate them all. */
function planOf(count: number, targets: readonly string[]): Outcome {
  const perTarget = count / targets.length;
  const entries = Array.from({ length: count }, (_, index): Entry => {
    const number = Math.floor(index / perTarget);
    const cidrState = index % 7 === 3 ? 'advertised' : 'provisioned';
    const asn = String(64_500 + number);
    return { target: targets[number] ?? '', asn, cidr: cidrOf(index), cidrState };
  });
  const outcome = fleetOf(entries);
  const pairs = outcome.pairs.map((pair) => {
    const id = idOf(entryOf(pair).cidr);
    const text = `EC2 DryRun permits this role to associate (request id ${id})`;
    const proven = { grade: 'proven', text } as const;
    return { ...pair, evidence: [...pair.evidence, proven] };
  });
  return { ...outcome, pairs };
}

function cidrOf(index: number): string {
  return `2001:db8:${(4096 + index).toString(16)}::/48`;
}

/** What a run records of an associate call that EC2 denied. */
function deniedCall({ asn, cidr }: Association): PairUpdate {
  const requestId = idOf(cidr);
  const arn = `arn:aws:sts::${account}:assumed-role/byoasn-apply/network-42`;
  const action = 'ec2:AssociateIpamByoasn';
  const why = `because no identity-based policy allows the ${action} action`;
  const encoded = Array.from({ length: 8 }, (_, part) => hashOf(`${cidr} ${part}`)).join('');
  const error = new CallError({
    kind: 'denied',
    code: 'UnauthorizedOperation',
    message: `You are not authorized to perform this operation. User: ${arn} is not authorized to perform: ${action} on resource: arn:aws:ec2:${region}:${account}:* ${why}. Encoded authorization failure message: ${encoded}`,
    httpStatus: 403,
    requestId,
  });
  const lines = policyToPaste(applyPolicy(region));
  const doing = `associate ${associationText({ asn, cidr })} in ${region}`;
  return { requestId, failure: toFailure(doing, error, { lines }) };
}

/** A request ID for a CIDR. */
function idOf(cidr: string): string {
  const hex = createHash('sha256').update(cidr).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5');
}

function hashOf(text: string): string {
  return createHash('sha512').update(text).digest('base64url');
}
