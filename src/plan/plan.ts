import type { Association } from '../desired/association.ts';
import type { SpecialUse } from '../desired/parsed.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { findAssociation, type Observed } from './observed.ts';
import { refuseAsn, refuseCidr, refuseUnlisted } from './readiness.ts';
import { judgeState, type Verdict } from './truth-table.ts';

/** What is desired, and whether special-use numbers and prefixes were let through on the way here. */
export interface Desired extends SpecialUse {
  readonly associations: readonly Association[];
}

/** What the plan says of one pair. */
export interface Change extends Verdict {
  readonly association: Association;
  /** The state before the run: AWS's text, or `absent`. */
  readonly before: string;
  readonly statusMessage: string;
  readonly evidence: readonly Evidence[];
}

/** The plan of a run: a plain value that apply alone consumes. */
export interface Plan {
  readonly changes: readonly Change[];
}

/** Judges every desired association against what AWS shows; writes nothing and cannot fail. */
export function makePlan(desired: Desired, observed: Observed): Plan {
  return {
    changes: desired.associations.map((association) => {
      const { state: before, statusMessage } = findAssociation(observed.cidrs, association);
      return {
        association,
        before,
        statusMessage,
        ...judge(association, observed),
        evidence: gatherEvidence(association, desired, observed),
      };
    }),
  };
}

/** Whether carrying out the plan would write. */
export function hasChanges({ changes }: Plan): boolean {
  return changes.some(({ step }) => step === 'associate');
}

/** The state of the pair first; whether CIDR and ASN are ready matters only for a write. */
function judge(association: Association, observed: Observed): Verdict {
  const listed = observed.cidrs.find(({ cidr }) => cidr === association.cidr);
  if (!listed) return refuseUnlisted(association, observed.cidrs);
  const verdict = judgeState(findAssociation(observed.cidrs, association));
  if (verdict.step !== 'associate') return verdict;
  return refuseCidr(listed) ?? refuseAsn(association, observed) ?? verdict;
}
