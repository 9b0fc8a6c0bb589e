import type { Outcome } from '../ledger.ts';

/** Every output of action.yml by its name; all are set on every ending. */
export type Outputs = Readonly<Record<OutputName, string>>;

type OutputName =
  | 'state'
  | 'status-message'
  | 'changed'
  | 'has-changes'
  | 'reason'
  | 'asn'
  | 'cidr'
  | 'account-id'
  | 'region'
  | 'request-id'
  | 'result';

/** The outputs of an outcome. */
export function formatOutputs(outcome: Outcome): Outputs {
  const [pair] = outcome.pairs;
  return {
    state: pair?.state ?? 'unknown',
    'status-message': pair?.statusMessage ?? '',
    changed: String(pair?.changed ?? false),
    'has-changes': String(outcome.hasChanges),
    reason: outcome.reason,
    asn: pair?.association.asn ?? '',
    cidr: pair?.association.cidr ?? '',
    'account-id': outcome.accountId,
    region: outcome.region,
    'request-id': pair?.requestId ?? '',
    result: JSON.stringify(formatResult(outcome)),
  };
}

/** The `result` output: the same facts, typed, with the evidence and what went wrong. */
function formatResult({
  reason,
  ending,
  failure,
  mode,
  region,
  accountId,
  hasChanges,
  pairs,
}: Outcome) {
  const [pair] = pairs;
  return {
    schema_version: 1,
    reason,
    ending,
    dry_run: mode === undefined ? null : mode === 'plan',
    state: pair?.state ?? 'unknown',
    state_before: pair?.before ?? 'unknown',
    status_message: pair?.statusMessage ?? '',
    step: pair?.step ?? null,
    why: pair?.why ?? '',
    changed: pair?.changed ?? false,
    has_changes: hasChanges,
    asn: pair?.association.asn ?? '',
    cidr: pair?.association.cidr ?? '',
    account_id: accountId,
    region,
    request_id: pair?.requestId ?? '',
    evidence: pair?.evidence ?? [],
    error: failure
      ? {
          message: failure.message,
          likely: failure.likely ?? null,
          next: failure.next,
          lines: failure.lines,
        }
      : null,
  };
}
