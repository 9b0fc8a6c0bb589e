import { describe, expect, test } from 'vitest';
import { decideRoute } from '../../../src/plan/route-rules.ts';
import { wantedOrigin } from '../routes/route-change.ts';

/** The step for AS64500, AWS and none, with the reason of a refusal. */
type Steps = readonly [own: string, amazon: string, none: string];

const notReady: Steps = ['refuse cidr-not-ready', 'refuse cidr-not-ready', 'refuse cidr-not-ready'];

/** State of the CIDR, its origin, and the steps. */
const rows: readonly (readonly [string, string, Steps])[] = [
  ['pending-provision', 'none', notReady],
  ['failed-provision', 'none', notReady],
  ['pending-deprovision', 'none', notReady],
  ['failed-deprovision', 'none', notReady],
  ['deprovisioned', 'none', notReady],
  [
    'provisioned-not-publicly-advertisable',
    'none',
    ['refuse cidr-not-eligible', 'refuse cidr-not-eligible', 'keep'],
  ],
  ['provisioned', 'none', ['advertise', 'advertise', 'keep']],
  ['pending-advertising', 'unknown', ['wait', 'wait', 'refuse route-busy']],
  ['advertised', '64500', ['keep', 'swap', 'withdraw']],
  ['advertised', 'AWS', ['swap', 'keep', 'withdraw']],
  ['advertised', '64501', ['swap', 'swap', 'withdraw']],
  ['advertised', 'unknown', ['refuse origin-unknown', 'swap', 'withdraw']],
  ['pending-withdrawal', 'unknown', ['refuse route-busy', 'refuse route-busy', 'wait']],
  [
    'a-new-state',
    'unknown',
    ['refuse unknown-state', 'refuse unknown-state', 'refuse unknown-state'],
  ],
  [
    'constructor',
    'unknown',
    ['refuse unknown-state', 'refuse unknown-state', 'refuse unknown-state'],
  ],
];

const stepFor = (desired: string, state: string, origin: string, association = 'associated') => {
  const { step, refusal } = decideRoute({
    desired: wantedOrigin(desired),
    state,
    origin,
    association,
  });
  return refusal === undefined ? step : `${step} ${refusal}`;
};

describe.each(rows)('a CIDR that is %s from %s', (state, origin, steps) => {
  test.each(['64500', 'AWS', 'none'].map((desired, at) => [desired, steps[at]] as const))(
    'and should be from %s: %s',
    (desired, step) => {
      expect(stepFor(desired, state, origin)).toBe(step);
    },
  );
});

describe('an own ASN', () => {
  const changes = [
    ['provisioned', 'none', 'advertise'],
    ['advertised', 'AWS', 'swap'],
    ['advertised', '64501', 'swap'],
  ] as const;
  const associations = [
    ['associated', undefined],
    ['advertised', undefined],
    ['absent', 'asn-not-associated'],
    ['disassociated', 'asn-not-associated'],
    ['failed-association', 'asn-not-associated'],
    ['failed-disassociation', 'asn-not-associated'],
    ['pending-association', 'association-busy'],
    ['pending-disassociation', 'association-busy'],
    ['unknown', 'unknown-state'],
    ['a-new-state', 'asn-not-associated'],
  ] as const;
  test.each(
    changes.flatMap(([state, origin, step]) =>
      associations.map(
        ([association, refusal]) =>
          [association, state, origin, refusal ? `refuse ${refusal}` : step] as const,
      ),
    ),
  )(
    'whose association is %s, for a CIDR that is %s from %s: %s',
    (association, state, origin, step) => {
      expect(stepFor('64500', state, origin, association)).toBe(step);
    },
  );

  test('needs no association to stay the origin, nor do AWS and none', () => {
    expect(stepFor('64500', 'advertised', '64500', 'absent')).toBe('keep');
    expect(stepFor('AWS', 'advertised', '64500', 'absent')).toBe('swap');
    expect(stepFor('none', 'advertised', '64500', 'absent')).toBe('withdraw');
  });
});

test('a verdict says what AWS shows', () => {
  const facts = { desired: wantedOrigin('64500'), association: 'associated' };
  expect(decideRoute({ ...facts, state: 'advertised', origin: 'AWS' }).why).toBe(
    'advertised from AWS',
  );
  expect(decideRoute({ ...facts, state: 'provisioned', origin: 'none' }).why).toBe(
    'provisioned, and not advertised',
  );
});
