import type { Failure } from '../../src/failure.ts';
import { type Outcome, openLedger, type PairOutcome } from '../../src/ledger.ts';
import type { Reason } from '../../src/reasons.ts';
import { associationOf } from '../desired/association.ts';

/** An outcome of one pair in us-west-2, through the real ledger. */
export function outcomeOf(
  ending: Reason | Failure,
  facts: Partial<PairOutcome> = {},
  run: Partial<Pick<Outcome, 'mode' | 'region' | 'accountId'>> = {},
): Outcome {
  const { mode = 'apply', region = 'us-west-2', accountId = '111122223333' } = run;
  const pair = associationOf();
  const ledger = openLedger();
  ledger.open({ mode, region }, [pair]);
  ledger.account(accountId);
  ledger.learn(pair, facts);
  return ledger.close(ending);
}
