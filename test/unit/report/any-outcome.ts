import fc from 'fast-check';
import type { Origin } from '../../../src/domain/origin.ts';
import type { DesiredAssociation, Target } from '../../../src/domain/target.ts';
import { Failure } from '../../../src/failure.ts';
import type { Links } from '../../../src/inputs/links.ts';
import type {
  AssociationOutcome,
  Outcome,
  PairOutcome,
  RouteOutcome,
} from '../../../src/outcome/run-state.ts';
import type { Evidence } from '../../../src/plan/evidence.ts';
import type { ObservedOrigin } from '../../../src/plan/observed-origin.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { conclusionOf, type FailureReason, type Reason, reasons } from '../../../src/reasons.ts';
import { associationOf } from '../domain/association.ts';
import { inputsOf } from './outcome.ts';
import { hostileText } from './text.ts';

const names = Object.keys(reasons).filter((name): name is Reason => name in reasons);
const isFailure = (reason: Reason): reason is FailureReason => conclusionOf(reason) === 'failure';

/** Hostile text, sometimes very long. */
const text = fc
  .tuple(hostileText, fc.constantFrom(1, 1, 1, 40))
  .map(([part, times]) => part.repeat(times));

const location = fc.record({ file: text, line: fc.nat(9999), column: fc.nat(99) });
const problem = fc.record({ location, path: text, text });

const failure: fc.Arbitrary<Failure> = fc
  .record({
    reason: fc.constantFrom(...names.filter(isFailure)),
    message: text,
    likely: fc.option(text, { nil: undefined }),
    next: text,
    lines: fc.array(text, { maxLength: 8 }),
    problems: fc.array(problem, { maxLength: 8 }),
  })
  .map(({ reason, message, likely, ...details }) => {
    return new Failure(reason, message, likely === undefined ? details : { ...details, likely });
  });

const evidence: fc.Arbitrary<Evidence> = fc.record({
  grade: fc.constantFrom('proven', 'read', 'checked offline', 'not read', 'not asked'),
  text,
});

const some = associationOf('64500', '2001:db8:100::/48');
const association: fc.Arbitrary<DesiredAssociation> = fc.record({
  asn: fc.constant(some.asn),
  cidr: fc.constant(some.cidr),
  note: text,
  location: fc.option(location, { nil: undefined }),
});

const target: fc.Arbitrary<Target> = fc.record({
  name: text,
  accountId: fc.option(text, { nil: undefined }),
  region: text,
  associations: fc.constant([]),
});

const factsArbitrary = (failures: readonly Failure[]) => ({
  target,
  why: text,
  before: text,
  state: text,
  statusMessage: text,
  cidrState: text,
  changed: fc.boolean(),
  requestId: text,
  evidence: fc.array(evidence, { maxLength: 4 }),
  failure: fc.constantFrom(undefined, undefined, ...failures),
});

const pairArbitrary = (failures: readonly Failure[]): fc.Arbitrary<AssociationOutcome> =>
  fc.record({
    ...factsArbitrary(failures),
    association,
    step: fc.constantFrom('associate', 'wait', 'keep', 'refuse', undefined),
  });

const observedOrigin: fc.Arbitrary<ObservedOrigin> = fc.record({
  origin: fc.oneof(text, fc.constantFrom('AWS', 'none', 'unknown', '64500')),
  source: fc.constantFrom('state', 'association', 'ipam', 'collectors', 'none'),
  evidence: fc.array(evidence, { maxLength: 2 }),
});

const rpki = fc.record({
  state: fc.constantFrom('valid', 'invalid', 'not-found', 'unread'),
  why: text,
  wayBack: fc.array(
    fc.record({ asn: text, state: fc.constantFrom('valid', 'invalid', 'not-found') }),
    { maxLength: 3 },
  ),
  notes: fc.array(text, { maxLength: 2 }),
  warnings: fc.array(text, { maxLength: 2 }),
  roas: fc.array(text, { maxLength: 2 }),
});

const routeArbitrary = (failures: readonly Failure[]): fc.Arbitrary<RouteOutcome> =>
  fc.record(
    {
      ...factsArbitrary(failures),
      route: fc.record({
        cidr: fc.constant(some.cidr),
        origin: fc.constantFrom<Origin>(some.asn, 'AWS', 'none'),
        note: text,
        location: fc.option(location, { nil: undefined }),
      }),
      step: fc.constantFrom('advertise', 'swap', 'withdraw', 'wait', 'keep', 'refuse', undefined),
      networkBorderGroup: fc.option(text, { nil: undefined }),
      originBefore: observedOrigin,
      originNow: fc.option(observedOrigin, { nil: undefined }),
      effect: text,
      rpki,
      done: fc.constant(true as const),
      verification: fc.record({ verified: fc.constantFrom('collectors', 'none'), text }),
    },
    {
      requiredKeys: [
        'target',
        'why',
        'before',
        'state',
        'statusMessage',
        'cidrState',
        'changed',
        'requestId',
        'evidence',
        'failure',
        'route',
        'step',
        'networkBorderGroup',
        'originBefore',
        'originNow',
        'effect',
      ],
    },
  );

const outcomeArbitrary = (
  action: Outcome['action'],
  pairsOf: (failures: readonly Failure[]) => fc.Arbitrary<PairOutcome>,
): fc.Arbitrary<Outcome> =>
  fc.array(failure, { maxLength: 4 }).chain((failures) =>
    fc.record({
      action: fc.constant(action),
      reason: fc.constantFrom(...names),
      conclusion: fc.constantFrom('success', 'failure'),
      failure: fc.option(fc.oneof(failure, fc.constantFrom(...failures, undefined)), {
        nil: undefined,
      }),
      inputs: fc.option(
        fc
          .record({ path: text, only: fc.array(text), mode: fc.constantFrom('plan', 'apply') })
          .map(({ path, only, mode }) =>
            inputsOf({ action, source: { form: 'file', path, only }, mode }),
          ),
        { nil: undefined },
      ),
      plan: fc.option(
        fc
          .array(fc.record({ target, asn: text, cidr: text, state: text }), { maxLength: 6 })
          .map((unmanaged) => ({ ...makePlan([], { specialUse: 'accept' }), unmanaged })),
        { nil: undefined },
      ),
      pairs: fc.array(pairsOf(failures), { maxLength: 25 }),
    }),
  );

/** An outcome of either action with any values, whether or not a run can end so. */
export const anyOutcome: fc.Arbitrary<Outcome> = fc.oneof(
  outcomeArbitrary('associations', pairArbitrary),
  outcomeArbitrary('routes', routeArbitrary),
);

/** Links as the runner gives them, and as it never would. */
export const anyLinks: fc.Arbitrary<Links> = fc.record({
  run: fc.option(fc.oneof(fc.constant('https://github.com/o/r/actions/runs/1'), text), {
    nil: undefined,
  }),
  files: fc.option(fc.oneof(fc.constant('https://github.com/o/r/blob/abc/'), text), {
    nil: undefined,
  }),
  commit: fc.option(text, { nil: undefined }),
  pullRequest: fc.option(fc.record({ number: fc.integer(), url: text }), { nil: undefined }),
  actor: fc.option(text, { nil: undefined }),
  approvers: fc.array(text, { maxLength: 3 }),
  isOnDefaultBranch: fc.boolean(),
});
