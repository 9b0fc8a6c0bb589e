import { type Asked, isWrite } from '../cloud.ts';
import type { Run } from '../run.ts';
import type { Scene } from '../scene.ts';
import type { Circumstances } from './judge.ts';

/** The calls: none in a strange account or again after a final answer, and none above EC2's rates. */
export function judgeCalls(
  { asked }: Run,
  { alone, scene: { places, chain } }: Circumstances,
): string[] {
  const throttled = asked.filter(({ outcome }) => outcome === 'RequestLimitExceeded');
  return [
    ...repetitions(asked, chain?.switched !== undefined),
    ...strayed(asked, places),
    ...(alone && throttled.length > 0 ? [`${throttled.length} calls above EC2's rates`] : []),
  ];
}

/** STS alone may be asked whose the keys of another account are. */
function strayed(asked: readonly Asked[], places: Scene['places']): string[] {
  const accounts = new Set(['', ...places.map(({ account }) => account)]);
  return asked
    .filter(({ operation, account }) => operation !== 'GetCallerIdentity' && !accounts.has(account))
    .map(({ operation, account }) => `${operation} in account ${account}, which is no target`);
}

function repetitions(asked: readonly Asked[], keysChange: boolean): string[] {
  const finals = new Set<string>();
  const repeated: string[] = [];
  let wrote = false;
  for (const one of asked) {
    const { operation, account, region, dryRun, params } = one;
    wrote ||= isWrite(one);
    // After a rejection each pair reads for itself whether it is under way.
    const reads = wrote && operation === 'DescribeByoipCidrs';
    // Every target asks for a token of its own, a session or token that has expired is renewed, and
    // a signature that a clock may have spoilt is made once more.
    // A run goes on without its account, and must know it once other keys come.
    const needsAccount = keysChange && operation === 'GetCallerIdentity';
    if (operation === 'token' || isMended(one) || reads || needsAccount) continue;
    const call = [operation, account, region, dryRun, params.Cidr, params.Asn].join(' ');
    if (finals.has(call)) repeated.push(`called again after a final answer: ${call}`);
    if (isFinal(one)) finals.add(call);
  }
  return repeated;
}

function isMended({ fate, outcome }: Asked): boolean {
  return /Expired|AuthFailure|SignatureDoesNotMatch/.test(
    fate.fate === 'replaced' ? fate.code : outcome,
  );
}

function isFinal({ fate, outcome, delivered }: Asked): boolean {
  if (fate.fate === 'replaced') return fate.status >= 400 && fate.status < 500;
  return delivered !== undefined && outcome !== 'ok' && outcome !== 'RequestLimitExceeded';
}
