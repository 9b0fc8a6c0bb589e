import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { formatComment, formatSummary } from '../../../src/report/markdown-page.ts';
import { formatOutputs, formatRouteOutputs } from '../../../src/report/outputs.ts';
import { action, routeAction, setByTheEntry } from '../../e2e/action/environment.ts';
import { onPullRequest } from '../../unit/report/links.ts';
import {
  type Attack,
  account,
  advertised,
  attack,
  chainedRoles,
  defaultResponder,
  defaultRouteResponder,
  type Ended,
  expectValidOutcome,
  goodListing,
  pair,
  provisioned,
} from '../hostile/run.ts';
import {
  acceptanceXml,
  cidrsXml,
  ec2Error,
  type ListedCidr,
  type Responder,
  routeXml,
} from '../hostile/wire.ts';

/** A run, and what is listed before and after its change. */
interface Scenario {
  readonly title: string;
  /** The run without its servers. */
  readonly attack: Attack;
  readonly before: string;
  readonly after: string;
  /** What happens to calls that change something, in order; the others are accepted. */
  readonly calls?: readonly ('lost' | 'lost and made' | 'throttled')[];
}

const writes = [
  'AssociateIpamByoasn',
  'DisassociateIpamByoasn',
  'AdvertiseByoipCidr',
  'WithdrawByoipCidr',
];

const isWrite = ({ request: { action: name, params } }: Ended['exchanges'][number]) =>
  writes.includes(name) && params.get('DryRun') !== 'true';

/** Servers of a run, with their own state. */
function serversOf({ attack: { action: kind }, before, after, calls = [] }: Scenario): Responder {
  let listing = before;
  let made = 0;
  const quiet = kind === 'routes' ? defaultRouteResponder : defaultResponder;
  return (request, nth) => {
    if (request.action === 'DescribeByoipCidrs') return { body: listing };
    if (!isWrite({ request, answer: { body: '' } })) return quiet(request, nth);
    const fate = calls[made];
    made += 1;
    if (fate === 'throttled') return ec2Error(503, 'RequestLimitExceeded', 'Slow down.');
    if (fate !== 'lost') listing = after;
    if (fate !== undefined)
      return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    const { Asn: asn, Cidr: cidr } = Object.fromEntries(request.params);
    return kind === 'routes'
      ? { body: routeXml(request.action, { cidr }) }
      : { body: acceptanceXml({ asn, cidr, state: 'pending-association' }) };
  };
}

const other = { cidr: '203.0.113.0/24' } as const;
/** The same for both CIDRs of a file. */
const both = ({ associations = [], ...listed }: ListedCidr) =>
  cidrsXml(
    [pair.cidr, other.cidr].map((cidr) => ({
      ...listed,
      cidr,
      associations: associations.map((association) => ({ ...association, cidr })),
    })),
  );
const elsewhere: ListedCidr = {
  ...advertised,
  associations: [
    { ...pair, state: 'associated' },
    { ...pair, asn: '64501', state: 'advertised' },
  ],
};
const hidden: ListedCidr = { ...advertised, associations: [{ ...pair, state: 'associated' }] };
const routesFile = [
  'version: 1',
  'targets:',
  `- {account: "${account}", region: us-west-2, routes: [`,
  `  {cidr: ${pair.cidr}, origin: none}, {cidr: ${other.cidr}, origin: none}]}`,
].join('\n');
const associationsFile = [
  'version: 1',
  'targets:',
  `- {account: "${account}", region: us-west-2, associations: [`,
  `  {asn: 64500, cidr: ${pair.cidr}}, {asn: 64500, cidr: ${other.cidr}}]}`,
].join('\n');
const quick = { 'wait-timeout-seconds': '120' };
const silent = { ...quick, verify: 'off' };

const associates = { before: goodListing(undefined), after: goodListing('associated') };
const advertises = { before: cidrsXml([provisioned]), after: cidrsXml([advertised]) };
const withdraws = { before: cidrsXml([advertised]), after: cidrsXml([provisioned]) };
const swaps = { before: cidrsXml([elsewhere]), after: cidrsXml([advertised]) };
const swapsBack = { before: cidrsXml([advertised]), after: cidrsXml([hidden]) };

const scenarios: readonly Scenario[] = [
  {
    title: 'an association with a chain of roles, in a checked account',
    attack: { with: { ...quick, ...chainedRoles, 'allowed-account-ids': account } },
    ...associates,
  },
  {
    title: 'an association whose response is lost',
    attack: { with: quick },
    ...associates,
    calls: ['lost and made'],
  },
  {
    title: 'an association that EC2 does not carry out, and then throttles',
    attack: { with: quick },
    ...associates,
    calls: ['lost', 'throttled'],
  },
  {
    title: 'two associations in a file',
    attack: { file: associationsFile, with: quick },
    before: both({ ...provisioned, associations: [] }),
    after: both(provisioned),
  },
  { title: 'a dry run of an association', attack: { with: { 'dry-run': 'true' } }, ...associates },
  {
    title: 'an advertisement with its verification',
    attack: { action: 'routes', with: { ...quick, verify: 'required' } },
    ...advertises,
  },
  {
    title: 'an advertisement whose response is lost',
    attack: { action: 'routes', with: silent },
    ...advertises,
    calls: ['lost and made'],
  },
  {
    title: 'an advertisement that EC2 does not carry out, and then throttles',
    attack: { action: 'routes', with: silent },
    ...advertises,
    calls: ['lost', 'throttled'],
  },
  { title: 'a swap to your ASN', attack: { action: 'routes', with: silent }, ...swaps },
  {
    title: 'a swap to your ASN that is throttled',
    attack: { action: 'routes', with: silent },
    ...swaps,
    calls: ['throttled'],
  },
  {
    title: 'a swap to AWS whose response is lost',
    attack: { action: 'routes', with: { ...silent, origin: 'AWS' } },
    ...swapsBack,
    calls: ['lost'],
  },
  {
    title: 'a withdrawal',
    attack: { action: 'routes', with: { ...quick, origin: 'none' } },
    ...withdraws,
  },
  {
    title: 'two withdrawals in a file; the second waits for its turn',
    attack: { action: 'routes', file: routesFile, with: { ...silent, 'max-changes': '2' } },
    before: both(advertised),
    after: both(provisioned),
  },
  {
    title: 'a dry run of a swap',
    attack: { action: 'routes', with: { 'dry-run': 'true' } },
    ...swaps,
  },
];

const play = (scenario: Scenario, cancelAt?: number) =>
  attack({
    ...scenario.attack,
    responder: serversOf(scenario),
    ...(cancelAt === undefined ? {} : { cancelAt }),
  });

/** Outputs, pages and texts are complete. */
function expectReported({ outcome }: Ended, { attack: { action: kind } }: Scenario): void {
  const outputs =
    kind === 'routes'
      ? formatRouteOutputs(outcome, onPullRequest)
      : formatOutputs(outcome, onPullRequest);
  const { outputs: declared } = kind === 'routes' ? routeAction : action;
  const wanted = Object.keys(declared).filter((name) => !setByTheEntry.includes(name));
  expect(Object.keys(outputs).sort()).toEqual(wanted.sort());
  expect(outputs.reason).toBe('cancelled');
  expect(formatSummary(outcome, onPullRequest)).toContain('cancelled');
  expect(formatComment(outcome, 60_000, onPullRequest)).toContain('cancelled');
}

/** Every pair has the state that is known of it: `unknown` only before the plan, and while a call may count. */
function expectKnownStates(ended: Ended, { attack: { action: kind }, calls = [] }: Scenario): void {
  const { pairs, plan } = ended.outcome;
  const { at, exchanges, inFlight } = ended.cancelled ?? never();
  const made = ended.exchanges.slice(0, exchanges).filter(isWrite);
  const isLost = made.some((_, nth) => calls[nth]?.startsWith('lost'));
  const writing = inFlight.filter(isWrite).length;
  // A response that arrives at this moment may count or not.
  const surelyWriting = at === 'answer' ? Math.max(0, writing - 1) : writing;
  const unknown = pairs.filter(({ state }) => state === 'unknown').length;
  expect(unknown, 'pairs in flight').toBeGreaterThanOrEqual(surelyWriting);
  // Side by side, the next call may be signed meanwhile; routes are changed one after the other.
  const signed = kind === 'routes' ? 0 : pairs.length - made.length;
  if (plan && !isLost) expect(unknown, 'unknown pairs').toBeLessThanOrEqual(writing + signed);
  const accepted = made.filter((_, nth) => calls[nth] === undefined).length;
  const changed = pairs.filter((each) => each.changed).length;
  expect(changed, 'changes').toBeGreaterThanOrEqual(isLost ? 0 : accepted - writing);
  expect(changed, 'changes').toBeLessThanOrEqual(made.length - surelyWriting);
}

function never(): never {
  throw new Error('it was not cancelled');
}

describe('a run that is cancelled at any of its awaits starts nothing more and reports what it knows', () => {
  test.each(scenarios.map((scenario) => [scenario.title, scenario] as const))(
    '%s',
    async (_, scenario) => {
      const complete = await play(scenario);
      expect(complete.outcome.conclusion, complete.outcome.failure?.message).toBe('success');
      expect(complete.awaits).toBeGreaterThanOrEqual(10);
      for (let nth = 0; nth < complete.awaits; nth += 1) {
        const ended = await play(scenario, nth);
        const atEnd = ended.exchanges.length;
        // What it has left behind may still go on.
        for (let turn = 0; turn < 20; turn += 1) await setImmediate();
        const where = `${nth} of ${complete.awaits}, ${ended.cancelled?.at}`;
        expect(ended.cancelled, where).toBeDefined();
        expect(ended.outcome.reason, where).toBe('cancelled');
        expectValidOutcome(ended);
        expect(ended.exchanges.length, `requests after ${where}`).toBe(ended.cancelled?.exchanges);
        expect(atEnd, where).toBe(ended.cancelled?.exchanges);
        expectReported(ended, scenario);
        expectKnownStates(ended, scenario);
      }
    },
  );
});
