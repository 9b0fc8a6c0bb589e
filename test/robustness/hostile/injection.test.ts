import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { formatPlanPage } from '../../../src/cli/format-plan.ts';
import { commentRoom, readComment, writeComment } from '../../../src/github/comment-marker.ts';
import { readLinks } from '../../../src/inputs/links.ts';
import { readGitHubRun } from '../../../src/inputs/runner.ts';
import { problemText } from '../../../src/lib/source-location.ts';
import { logLine, plainLine } from '../../../src/lib/text.ts';
import { failureLines, resultLines } from '../../../src/report/log.ts';
import { formatComment, formatSummary } from '../../../src/report/markdown-page.ts';
import { formatOutputs } from '../../../src/report/outputs.ts';
import { onPullRequest } from '../../unit/report/links.ts';
import { readStructure } from '../../unit/report/structure.ts';
import { hostileText } from '../../unit/report/text.ts';
import { fuzz, fuzzTimeoutMs } from './fuzz.ts';
import {
  type Attack,
  advertised,
  attack,
  chainedRoles,
  defaultResponder,
  defaultRouteResponder,
  discoveryId,
  type Ended,
  expectValidOutcome,
  lookingGlassJson,
  pair,
  provisioned,
} from './run.ts';
import { allHostileText, commands, markup } from './texts.ts';
import {
  acceptanceXml,
  asnsXml,
  cidrsXml,
  discoveredRoutesXml,
  discoveriesXml,
  ec2Error,
  type ListedCidr,
  type ListedDiscovery,
  type ListedRoute,
  routeXml,
  stsError,
  type WireResponse,
} from './wire.ts';

/** Characters that XML 1.0 cannot represent. */
const unwritable = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/** An entry point for text from outside, and the run that it enters. */
type EntryPoint = (text: string) => Attack;

const file = (note: string) =>
  stringify({
    version: 1,
    targets: [
      {
        account: '111122223333',
        region: 'us-west-2',
        associations: [{ asn: 64_500, cidr: pair.cidr, note }],
      },
      {
        name: 'dr',
        account: '111122223333',
        region: 'eu-west-1',
        associations: [{ asn: 64_501, cidr: '203.0.113.0/24' }],
      },
    ],
  });

const unassociated = { cidr: pair.cidr, state: 'provisioned', advertisementType: 'unicast' };

/** A dry run whose DescribeByoipCidrs gets this response. */
const listing = (...listed: Parameters<typeof cidrsXml>[0]): Attack => ({
  with: { 'dry-run': 'true', 'wait-timeout-seconds': '60' },
  responder: (request, nth) =>
    request.action === 'DescribeByoipCidrs'
      ? { body: cidrsXml(listed) }
      : defaultResponder(request, nth),
});

const associationText = (association: object) =>
  listing({ ...unassociated, associations: [{ ...pair, ...association }] });

const entryPoints: Readonly<Record<string, EntryPoint>> = {
  'the status message of an association': (text) =>
    associationText({ state: 'failed-association', statusMessage: text }),
  'the state of an association': (state) => associationText({ state }),
  'an ASN that is unmanaged': (asn) =>
    listing({ ...unassociated, associations: [{ asn, state: 'associated' }] }),
  'the state of what is unmanaged': (state) =>
    listing({ ...unassociated, associations: [{ asn: '64501', state }] }),
  'the state of a CIDR': (state) => listing({ ...unassociated, state }),
  'the status message of a CIDR': (statusMessage) =>
    listing({ ...unassociated, state: 'pending-provision', statusMessage }),
  'the type of a CIDR': (advertisementType) => listing({ ...unassociated, advertisementType }),
  'a CIDR that is listed instead': (cidr) => listing({ cidr, state: 'provisioned' }),
  'the state and message of an ASN': (text) => ({
    responder: (request, nth) =>
      request.action === 'DescribeIpamByoasn'
        ? { body: asnsXml([{ asn: pair.asn, state: text, statusMessage: text }]) }
        : defaultResponder(request, nth),
  }),
  'the acceptance of a call': (text) => ({
    with: { wait: 'false' },
    responder: (request, nth) =>
      request.action === 'AssociateIpamByoasn'
        ? { body: acceptanceXml({ ...pair, state: text, statusMessage: text }) }
        : defaultResponder(request, nth),
  }),
  'the error of a listing': (text) => ({
    responder: (request, nth) =>
      request.action === 'DescribeByoipCidrs'
        ? ec2Error(403, 'UnauthorizedOperation', text, text)
        : defaultResponder(request, nth),
  }),
  'the code of an error': (code) => ({
    responder: (request, nth) =>
      request.action === 'AssociateIpamByoasn'
        ? ec2Error(400, code, 'no', code)
        : defaultResponder(request, nth),
  }),
  'the error of the ASNs': (text) => ({
    with: { 'dry-run': 'true' },
    responder: (request, nth) =>
      request.action === 'DescribeIpamByoasn'
        ? ec2Error(403, text, text)
        : defaultResponder(request, nth),
  }),
  'a broken connection': (text) => ({
    with: { 'wait-timeout-seconds': '30' },
    responder: (request, nth) =>
      request.action === 'DescribeByoipCidrs'
        ? Object.assign(new Error(text), { code: text })
        : defaultResponder(request, nth),
  }),
  'the claims of a token': (text) => ({
    responder: (request, nth) => {
      const claims = { iss: text, aud: text, sub: text, repository: text, environment: text };
      const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
      if (request.service === 'oidc') return { body: JSON.stringify({ value: `a.${payload}.c` }) };
      return request.service === 'sts'
        ? stsError(403, 'AccessDenied', text)
        : defaultResponder(request, nth);
    },
  }),
  'the note of an association': (note) => ({
    file: file(note.slice(0, 200)),
    with: { 'dry-run': 'true' },
    responder: (request, nth) =>
      request.action === 'DescribeByoipCidrs'
        ? { body: cidrsXml([unassociated, { ...unassociated, cidr: '203.0.113.0/24' }]) }
        : defaultResponder(request, nth),
  }),
  'the path of the file': (path) => ({
    file: file('x'),
    with: { config: path, 'dry-run': 'true' },
  }),
  'the text of the file': (text) => ({
    file: `version: 1\ntargets:\n- ${JSON.stringify(text.slice(0, 900))}: 1\n`,
  }),
  'the name of a target': (target) => ({
    file: file('x'),
    with: { target: target.replaceAll(/[\n,]/g, ' ') },
  }),
  'the role': (arn) => ({ with: { 'role-to-assume': arn } }),
  'a role of a chain': (arn) => ({
    with: { 'role-to-assume': `${chainedRoles['role-to-assume']}\n${arn}` },
  }),
  'the external ID': (id) => ({ with: { ...chainedRoles, 'role-external-id': id } }),
  'the refusal of a chained role': (text) => ({
    with: chainedRoles,
    responder: (request, nth) =>
      request.action === 'AssumeRole'
        ? stsError(403, 'AccessDenied', text)
        : defaultResponder(request, nth),
  }),
  'the audience': (audience) => ({
    with: { audience: audience.replaceAll(/\s/g, '').slice(0, 255) },
  }),
  'an audience that is too long': (audience) => ({
    with: { audience: audience.replaceAll(/\s/g, '').padEnd(256, 'x') },
  }),
  'the session name': (name) => ({ with: { 'role-session-name': name } }),
  'the Region': (region) => ({ with: { 'aws-region': region } }),
  'the Region of the environment': (AWS_REGION) => ({
    with: { 'aws-region': '' },
    env: { AWS_REGION },
  }),
  'the ASN and the CIDR': (text) => ({ with: { asn: text, cidr: text } }),
  'the approved plan': (plan) => ({ with: { 'expected-plan': plan } }),
  'the changes of an approved plan': (text) => ({
    with: { 'expected-plan': JSON.stringify({ digest: text, changes: [{ target: text }] }) },
  }),
};

/** A run for routes in which some operations get these responses. */
const routeAnswers = (
  answers: Readonly<Record<string, (nth: number) => WireResponse | Error>>,
  inputs: Attack['with'] = {},
): Attack => ({
  action: 'routes',
  with: { 'wait-timeout-seconds': '60', ...inputs },
  responder: (request, nth) =>
    answers[request.action]?.(nth) ?? defaultRouteResponder(request, nth),
});

const plansRoute = { 'dry-run': 'true' };

/** A dry run to swap the origin of the CIDR, which is listed so, where IPAM has found this. */
const swapsFrom = (
  listed: Partial<ListedCidr>,
  route: Partial<ListedRoute> = {},
  discovery: Partial<ListedDiscovery> = {},
): Attack => {
  const [cidr, sampleTime] = [pair.cidr, new Date(0).toISOString()];
  const all = cidrsXml([{ ...advertised, associations: [], ...listed }]);
  const found = discoveredRoutesXml([
    { cidr, asn: '64501', state: 'advertised', sampleTime, ...route },
  ]);
  const own = { id: discoveryId, owner: '111122223333', isDefault: 'true', ...discovery };
  return routeAnswers(
    {
      DescribeByoipCidrs: () => ({ body: all }),
      DescribeIpamResourceDiscoveries: () => ({ body: discoveriesXml([own]) }),
      GetIpamDiscoveredRoutes: () => ({ body: found }),
    },
    { ...plansRoute, origin: 'AWS' },
  );
};

/** A listing before an advertisement. */
const routeListing = (listed: Partial<ListedCidr>): Attack =>
  routeAnswers(
    { DescribeByoipCidrs: () => ({ body: cidrsXml([{ ...provisioned, ...listed }]) }) },
    plansRoute,
  );

/** A looking glass whose only collector shows this to ten peers. */
const seenAs = (peer: Readonly<Record<string, unknown>>): Attack => {
  const shown = { prefix: pair.cidr, as_path: '64496 16509 64500', ...peer };
  const body = JSON.stringify({ status: 'ok', data: { rrcs: [{ peers: Array(10).fill(shown) }] } });
  return routeAnswers({ 'looking-glass': () => ({ body }) }, plansRoute);
};

const routeFile = (route: Readonly<Record<string, unknown>>) =>
  stringify({
    version: 1,
    targets: [
      {
        account: '111122223333',
        region: 'us-west-2',
        routes: [{ cidr: pair.cidr, origin: 64_500, ...route }],
      },
    ],
  });

const routeEntryPoints: Readonly<Record<string, EntryPoint>> = {
  'the state of a CIDR': (state) => routeListing({ state }),
  'the status message of a CIDR': (statusMessage) => routeListing({ statusMessage }),
  'the status message of a CIDR that is refused': (statusMessage) =>
    routeListing({ state: 'failed-provision', statusMessage }),
  'the type of a CIDR': (advertisementType) => routeListing({ advertisementType }),
  'a CIDR that is listed instead': (cidr) => routeListing({ cidr }),
  'the network border group': (networkBorderGroup) => routeListing({ networkBorderGroup }),
  'the state of the association': (state) =>
    routeListing({ associations: [{ ...pair, state, statusMessage: state }] }),
  'the ASN of an association': (asn) =>
    routeListing({ associations: [{ asn, state: 'associated' }] }),
  'the ASN of the origin': (asn) => swapsFrom({ associations: [{ asn, state: 'advertised' }] }),
  'the ASN of a discovered route': (asn) => swapsFrom({}, { asn }),
  'the state of a discovered route': (state) => swapsFrom({}, { state }),
  'the CIDR of a discovered route': (cidr) => swapsFrom({}, { cidr }),
  'the resource discovery': (text) =>
    swapsFrom({}, {}, { id: text, owner: text, isDefault: 'false' }),
  'the error of the discovered routes': (text) => ({
    ...swapsFrom({}),
    responder: (request, nth) => {
      if (request.action === 'GetIpamDiscoveredRoutes') return ec2Error(403, text, text, text);
      const listed = { ...advertised, associations: [] };
      return request.action === 'DescribeByoipCidrs'
        ? { body: cidrsXml([listed]) }
        : defaultRouteResponder(request, nth);
    },
  }),
  'the answer to a change': (text) =>
    routeAnswers({
      AdvertiseByoipCidr: () => ({
        body: routeXml('AdvertiseByoipCidr', { cidr: pair.cidr, state: text, statusMessage: text }),
      }),
    }),
  'an answer about another CIDR': (cidr) =>
    routeAnswers({
      AdvertiseByoipCidr: () => ({ body: routeXml('AdvertiseByoipCidr', { cidr }) }),
      DescribeByoipCidrs: () => ({ body: cidrsXml([provisioned]) }),
    }),
  'the error of a change': (text) =>
    routeAnswers({ AdvertiseByoipCidr: () => ec2Error(400, text, text, text) }),
  'the error of a permission check': (text) =>
    routeAnswers(
      { AdvertiseByoipCidr: () => ec2Error(403, 'UnauthorizedOperation', text, text) },
      plansRoute,
    ),
  'the state after a change': (state) =>
    routeAnswers({
      DescribeByoipCidrs: (nth) => ({
        body: cidrsXml([nth === 0 ? provisioned : { ...advertised, state, statusMessage: state }]),
      }),
    }),
  'the path of a route': (text) => seenAs({ as_path: text }),
  'the origin of a path': (text) => seenAs({ as_path: `64496 16509 ${text}`, asn_origin: text }),
  'the prefix of a route': (prefix) => seenAs({ prefix }),
  'a path that is none': (text) => seenAs({ as_path: [text] }),
  'the status of a looking glass': (status) =>
    routeAnswers(
      { 'looking-glass': () => ({ body: JSON.stringify({ status, messages: [status] }) }) },
      plansRoute,
    ),
  'the error of a looking glass': (body) =>
    routeAnswers({ 'looking-glass': () => ({ status: 400, body }) }, plansRoute),
  'a looking glass after a change': (text) =>
    routeAnswers(
      {
        'looking-glass': (nth) =>
          nth === 0 ? { body: lookingGlassJson(0) } : { status: 400, body: text },
      },
      { verify: 'required', 'verify-timeout-seconds': '20' },
    ),
  'the verdict of RPKI': (status) =>
    routeAnswers(
      {
        'rpki-validation': () => ({
          body: JSON.stringify({
            status: 'ok',
            data: { status, validating_roas: [{ prefix: status }] },
          }),
        }),
      },
      plansRoute,
    ),
  'the note of a route': (note) => ({
    action: 'routes',
    file: routeFile({ note: note.slice(0, 200) }),
    with: plansRoute,
  }),
  'the origin in the file': (origin) => ({ action: 'routes', file: routeFile({ origin }) }),
  'the CIDR in the file': (cidr) => ({ action: 'routes', file: routeFile({ cidr }) }),
  'the origin and the CIDR': (text) => ({ action: 'routes', with: { origin: text, cidr: text } }),
  'the choices of a verification': (text) => ({
    action: 'routes',
    with: { verify: text, 'verify-timeout-seconds': text },
  }),
  'the approved plan': (plan) => ({ action: 'routes', with: { 'expected-plan': plan } }),
  'the changes of an approved plan': (text) => ({
    action: 'routes',
    with: {
      'expected-plan': JSON.stringify({ digest: text, changes: [{ target: text, from: text }] }),
    },
  }),
};

const allEntryPoints = [
  ...Object.entries(entryPoints),
  ...Object.entries(routeEntryPoints).map(
    ([name, of]) => [`a run for routes: ${name}`, of] as const,
  ),
];

/** The variables of the runner and the event, as anyone may set them. */
const variablesOf = (text: string) => ({
  GITHUB_SERVER_URL: `https://github.com${text}`,
  GITHUB_REPOSITORY: text,
  GITHUB_RUN_ID: text,
  GITHUB_SHA: text,
  GITHUB_ACTOR: text,
  GITHUB_EVENT_NAME: `pull_request${text}`,
});
const eventOf = (text: string) => ({
  pull_request: { number: 7, head: { sha: text, repo: { full_name: text } } },
});

const availableBytes = commentRoom({ file: 'byoasn.yml', targets: [] });

/** Summary and comment of an outcome, with links that contain the text too. */
function pagesOf({ outcome }: Ended, text: string): readonly string[] {
  const links = { ...readLinks(variablesOf(text), eventOf(text)), approvers: [text] };
  return [formatSummary(outcome, links), formatComment(outcome, availableBytes, links)];
}

const cmark = 'cmark-gfm';
const missing = spawnSync(cmark, ['--version']).status !== 0;

/** Elements of the rendered page in their order, and how many links lead elsewhere than we lead. */
function shapeOf(page: string): unknown {
  if (missing) return undefined;
  const extensions = ['table', 'autolink', 'strikethrough', 'tasklist', 'footnotes'];
  const options = ['--unsafe', ...extensions.flatMap((name) => ['-e', name])];
  const html = spawnSync(cmark, options, { input: page, encoding: 'utf8' }).stdout;
  const hosts = [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, url = '']) =>
    URL.parse(url)?.hostname.replace(/^github\.com.*/, 'github.com'),
  );
  return { elements: [...html.matchAll(/<\/?[a-z][a-z0-9]*|<!--/g)].map(([tag]) => tag), hosts };
}

/** The diagram without the texts of its labels, each of which is made of harmless codes. */
function diagramOf(page: string): string {
  const [, chart = ''] = /```mermaid\n(.*?)\n```/s.exec(page) ?? [];
  return chart.replaceAll(/"([^"\n]*)"/g, (_, label: string) => {
    expect(label).toMatch(/^([\w./:-]|#[0-9]+;)+$/);
    return '""';
  });
}

/** The lines that the runner takes for commands, by its own rules. */
const isCommand = (line: string) => /^[\s\u0085]*::/.test(line) || line.includes('##[');

/** Every line of the log, as the shell prints it. */
function logOf({ lines, outcome }: Ended): readonly string[] {
  const { failure } = outcome;
  const annotations = failure
    ? [...failureLines(failure), ...failure.problems.map(({ path, text }) => `${path}: ${text}`)]
    : resultLines(outcome, onPullRequest);
  return [
    ...lines,
    ...(failure?.problems ?? []).map(problemText),
    ...annotations.map(plainLine),
  ].map(logLine);
}

const harmless = 'xharmless text';

async function expectNoEffect(entryPoint: EntryPoint, text: string): Promise<void> {
  const [hostile, quiet] = await Promise.all([
    attack(entryPoint(text)),
    attack(entryPoint(harmless)),
  ]);
  expectValidOutcome(hostile);
  expect(hostile.outcome.reason).toBe(quiet.outcome.reason);
  const quietPages = pagesOf(quiet, harmless);
  for (const [nth, page] of pagesOf(hostile, text).entries()) {
    const expected = quietPages[nth] ?? '';
    expect(readStructure(page).fences).toBe(readStructure(expected).fences);
    expect(readStructure(page).tables.map((rows) => rows.map((cells) => cells.length))).toEqual(
      readStructure(expected).tables.map((rows) => rows.map((cells) => cells.length)),
    );
    expect(diagramOf(page)).toBe(diagramOf(expected));
  }
  const outputs = Object.values(
    formatOutputs(hostile.outcome, readLinks(variablesOf(text), eventOf(text))),
  ).join('');
  expect(outputs.length).toBeLessThan(500_001);
}

/** Characters that end a line of a terminal, or color it. */
const acting = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** The log of a run, in which the text may be at the start of a line, and its page in a terminal. */
async function expectNoCommand(entryPoint: EntryPoint, text: string): Promise<void> {
  const ended = await attack(entryPoint(text));
  expectValidOutcome(ended);
  for (const line of logOf(ended)) {
    expect(line).not.toMatch(acting);
    expect(isCommand(line), line).toBe(false);
  }
  const terminal = { width: 80, style: (_: string, styled: string) => styled };
  for (const line of formatPlanPage(ended.outcome, terminal)) expect(line).not.toMatch(acting);
}

const raw = fc
  .oneof(hostileText, fc.constantFrom(...commands, ...markup, allHostileText))
  .map((some) => some.replaceAll(unwritable, '').replaceAll('\ufffd', ''));
// Not empty, no name of anything, and without spaces around it, which XML does not keep.
const text = raw.map((some) => `x ${some}x`);

describe('text from outside is only displayed', () => {
  test.each(allEntryPoints)(
    'in %s',
    async (_, entryPoint) => {
      await fuzz('injection', text, 6, (some) => expectNoEffect(entryPoint, some));
      await fuzz('commands', raw, 4, (some) => expectNoCommand(entryPoint, some));
    },
    fuzzTimeoutMs,
  );

  test.skipIf(missing).each(allEntryPoints)(
    `in %s, as it is rendered${missing ? ' (skipped: cmark-gfm is not installed)' : ''}`,
    async (_, entryPoint) => {
      const all = `x${allHostileText.replaceAll(unwritable, '')}x`;
      const [hostile, quiet] = await Promise.all([
        attack(entryPoint(all)),
        attack(entryPoint(harmless)),
      ]);
      expect(hostile.outcome.reason).toBe(quiet.outcome.reason);
      const shapes = (ended: Ended) => pagesOf(ended, harmless).map(shapeOf);
      expect(shapes(hostile)).toEqual(shapes(quiet));
    },
  );

  test.each(commands)('at the start of a line of the log: %j', async (command) => {
    const code = command.replaceAll(unwritable, '');
    const control: Attack = {
      with: { 'wait-timeout-seconds': '30' },
      responder: (request, nth) =>
        request.action === 'DescribeByoipCidrs'
          ? ec2Error(500, code, 'no')
          : defaultResponder(request, nth),
    };
    const { lines } = await attack(control);
    expect(lines.some((line) => line.trim().startsWith(code.trim().slice(0, 3)))).toBe(true);
    await expectNoCommand(() => control, code);
  });

  test('in the variables of the runner and in the event', async () => {
    const ended = await attack({ with: { 'dry-run': 'true' } });
    await fuzz('injection through variables', fc.oneof(text, hostileText), 300, (some) => {
      readGitHubRun(variablesOf(some), eventOf(some));
      for (const page of pagesOf(ended, some)) {
        const { tables, fences } = readStructure(page);
        expect(tables).toHaveLength(1);
        // The commands that undo the plan.
        expect(fences).toBe(1);
      }
    });
  });
});

describe("the comment's marker", () => {
  const header = (text: string) => ({
    key: { file: text, targets: [text] },
    run: { runId: 1, attempt: 1 },
    phase: 'plan' as const,
  });

  test('is one line that keeps any name, and that no name can close', async () => {
    await fuzz('comment markers', fc.oneof(text, hostileText), 800, (some) => {
      const written = writeComment(header(some), 'body');
      const [marker = '', ...rest] = written.split('\n');
      expect(rest).toEqual(['body']);
      expect(marker).toMatch(/^<!-- [ -;=?-~]* -->$/);
      expect(marker.slice(4, -3)).not.toContain('--\u003e');
      expect(readComment(written)).toEqual(header(some));
    });
  });

  test('cannot be forged by a body', async () => {
    const forged = writeComment(header('byoasn.yml'), '');
    const body = fc
      .tuple(hostileText, fc.constantFrom('\n', '', ' '))
      .map((parts) => parts.join(''));
    await fuzz('forged markers', body, 300, (before) => {
      const read = readComment(`${before}${forged}`);
      if (before !== '') expect(read).toBeUndefined();
    });
  });
});
