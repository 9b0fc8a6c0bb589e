import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import { createRunState } from '../../../src/outcome/run-state.ts';
import type { Evidence } from '../../../src/plan/evidence.ts';
import { reasons } from '../../../src/reasons.ts';
import { markdownText } from '../../../src/report/markdown.ts';
import { formatSummary } from '../../../src/report/markdown-page.ts';
import { anyLinks, anyOutcome } from './any-outcome.ts';
import { disguised, fleetOf } from './fleet.ts';
import { nowhere, onPullRequest } from './links.ts';
import { inputsOf, outcomeOf } from './outcome.ts';
import { longPlan, onePair, partlyApplied, refusedPlan, smallPlan } from './scenarios.ts';
import { readStructure, seen } from './structure.ts';

const read: Evidence = { grade: 'read', text: 'DescribeByoipCidrs: shown' };

describe('the summary', () => {
  test('of an association has one table, the result and the next step', () => {
    const facts = {
      step: 'associate',
      before: 'absent',
      state: 'associated',
      cidrState: 'provisioned',
    } as const;
    const outcome = outcomeOf('associated', { ...facts, changed: true, evidence: [read] });
    expect(formatSummary(outcome, nowhere)).toBe(
      [
        '### BYOASN: 1 association created',
        '',
        `${reasons.associated.cause} (<code>associated</code>)`,
        '',
        '<b>us-west-2</b> · 111122223333',
        '',
        '| CIDR | ASN | CIDR state | Result |',
        '| --- | --- | --- | --- |',
        '| <code>198&#46;51&#46;100&#46;0/24</code> | AS64500 | provisioned | **associated** |',
        '',
        '<details open><summary>Checks: read</summary>',
        '',
        '- read&#58; DescribeByoipCidrs&#58; shown',
        '',
        '</details>',
        '',
        '<details><summary>Undo</summary>',
        '',
        "If AWS is then advertising a CIDR from your ASN, return the route to Amazon's ASN before you disassociate: <code>aws ec2 advertise-byoip-cidr --region REGION --asn AWS --cidr CIDR</code>.",
        '',
        '```sh',
        '# us-west-2 (111122223333)',
        'aws ec2 disassociate-ipam-byoasn --region us-west-2 --asn 64500 --cidr 198.51.100.0/24',
        '```',
        '',
        '</details>',
        '',
        `**Next:** ${markdownText(reasons.associated.next)}`,
        '',
      ].join('\n'),
    );
  });

  test.each([
    [{}, 'commit 4f2c1d9a7b3e · pull request #7 · started by octocat'],
    [
      { pullRequest: undefined, approvers: ['mona', 'hubot'] },
      'commit 4f2c1d9a7b3e · started by octocat · approved in this run by mona, hubot',
    ],
    [{ commit: undefined, pullRequest: undefined, actor: undefined }, ''],
  ])('ends with the facts of its run, without a link to that run (%j)', (changes, expected) => {
    const summary = formatSummary(outcomeOf('associated'), { ...onPullRequest, ...changes });
    const [, small = ''] = /<sub>(.*)<\/sub>\n$/.exec(summary) ?? [];
    expect(seen(small)).toBe(expected);
    expect(summary).not.toContain('actions/runs');
  });

  test('of a plan has its counts, its digest and the effects that it does not have', () => {
    const outcome = smallPlan();
    const summary = formatSummary(outcome, nowhere);
    expect(summary).toContain('\n**1 pending, 2 unchanged, 1 unmanaged association**.\n');
    expect(seen(summary)).toContain(`Plan digest ${outcome.plan?.digest}\n`);
    expect(summary).toContain('<br><sub>Associating changes no routes; ');
    expect(seen(summary)).toContain(`**Next:** ${reasons.planned.next}`);
  });

  test('of a plan without changes has no digest to apply', () => {
    const outcome = fleetOf([
      { target: 'dr', cidr: '198.51.100.0/24', state: 'associated' },
      { target: 'dr', cidr: '203.0.113.0/24', state: 'associated' },
    ]);
    const summary = formatSummary(outcome, nowhere);
    expect(summary).toMatch(
      /^### .*: no changes\n\n\*\*2 unchanged\*\*\. Everything is as desired/,
    );
    expect(summary).not.toMatch(/v1|expected-plan/);
  });

  test('of a refused plan has its digest without advice to apply it', () => {
    const summary = formatSummary(refusedPlan(), nowhere);
    expect(seen(summary)).toContain(`Plan digest ${refusedPlan().plan?.digest}`);
    expect(summary).not.toContain('expected-plan');
  });

  test('of a refused plan has each refusal once', () => {
    const summary = seen(formatSummary(refusedPlan(), nowhere));
    expect(summary).toContain('Nothing was changed: 2 of 7 associations blocked');
    expect(summary.match(/AWS does not list the CIDR/g)).toHaveLength(1);
    expect(summary.match(/a disassociation is pending/g)).toHaveLength(1);
  });

  test('of a failure with more than refusals has its other lines', () => {
    const expectedPlan = `v2:${'0'.repeat(64)}`;
    const entries = [
      { target: 'dr', cidr: '198.51.100.0/24', cidrState: 'unlisted' },
      { target: 'dr', cidr: '203.0.113.0/24' },
    ];
    const summary = formatSummary(fleetOf(entries, { expectedPlan }), nowhere);
    expect(summary).toMatch(
      /```text\nThe approved plan is in the summary of the plan job\. [^`]*: AWS shows it as absent\n```/,
    );
    expect(summary.match(/does not list/g)).toHaveLength(1);
  });

  test('of an invalid file lists its problems with links to their locations', () => {
    const problem = {
      location: { file: 'net/byo asn.yml', line: 12, column: 9 },
      path: 'targets[0].associations[0].asn',
      text: '"1.10" is asdot',
    };
    const runState = createRunState();
    runState.start(inputsOf());
    const failure = new Failure('invalid-input', 'One entry is not right', { problems: [problem] });
    const files = 'https://github.com/octo-org/network/blob/abc/';
    const summary = formatSummary(runState.finish(failure), { ...nowhere, files });
    expect(summary).toContain(
      '\n- <a href="https://github.com/octo-org/network/blob/abc/net/byo%20asn.yml#L12"><code>net/byo asn&#46;yml&#58;12&#58;9</code></a> <code>targets',
    );
    expect(seen(summary)).toContain('targets[0].associations[0].asn "1.10" is asdot\n');
    expect(readStructure(summary).tables).toEqual([]);
  });

  test('of a failure has its lines, likely cause and next step', () => {
    const failure = new Failure('access-denied', 'Could not <associate>', {
      likely: 'A policy|boundary.',
      next: 'Ask @admin.',
      lines: ['{', '  "Sid": "```"', '}'],
    });
    const summary = formatSummary(outcomeOf(failure, { failure }), nowhere);
    expect(summary).toContain(
      '\n> [!CAUTION]\n> <b>Could not &#60;associate&#62;</b> (<code>access-denied</code>)\n',
    );
    expect(summary).toContain('\n````text\n{\n  "Sid": "```"\n}\n````\n');
    expect(summary).toContain('\n**Likely cause:** A policy&#124;boundary&#46;\n');
    expect(summary).toContain('\n**Next:** Ask &#64;&#8288;admin&#46;\n');
    expect(summary.match(/Could not/g)).toHaveLength(1);
  });

  test('of a partly failed apply numbers the failures, with one entry for all pairs of a failure', () => {
    const summary = seen(formatSummary(partlyApplied(), nowhere));
    expect(summary).toContain(
      '**Failure 1** (association-failed, 1 association): 2001:db8:1000::/48',
    );
    expect(summary).toContain('**Failure 2** (access-denied, 2 associations): Could not associate');
    expect(summary.match(/You are not authorized/g)).toHaveLength(1);
    expect(summary.match(/Smallest policy/g)).toHaveLength(1);
    expect(summary.match(/Likely cause/g)).toHaveLength(1);
    expect(summary).toContain('**Next for failure 1:** ');
    expect(summary).toContain(`\n**Next:** ${reasons['partly-applied'].next}`);
  });

  test('of refused inputs has no table and no empty sections', () => {
    const outcome = createRunState().finish(
      new Failure('invalid-input', '1 input is invalid: asn'),
    );
    expect(formatSummary(outcome, nowhere)).toBe(
      [
        '### BYOASN: refused',
        '> [!CAUTION]\n> <b>1 input is invalid&#58; asn</b> (<code>invalid-input</code>)',
        `**Next:** ${seen(reasons['invalid-input'].next).replace('.', '&#46;')}\n`,
      ].join('\n\n'),
    );
  });

  test('always has account and Region for a target that is named like another', () => {
    const entries = ['198.51.100.0/24', '203.0.113.0/24', '192.0.2.0/24'].map((cidr, index) => ({
      ...{ target: disguised, cidr, others: ['64511'] },
      ...(index === 0 ? { state: 'associated' } : {}),
    }));
    const summary = formatSummary(fleetOf(entries), nowhere);
    const lines = summary.split('\n').filter((line) => line.includes('111122223333'));
    // The title of the section, the undo, and the box of the diagram.
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/444455556666( |#32;| · )eu-west-1/);
  });

  const withTypo = [
    { target: 'edge', cidr: '198.51.100.0/24' },
    { target: 'edge', asn: '64511', cidr: '203.0.113.0/24', asnListed: false },
  ];

  test('says in its headline and in bold in the row that an ASN is not found', () => {
    const summary = formatSummary(fleetOf(withTypo), nowhere);
    expect(summary).toMatch(/^### .*: 2 associations to create, 1 needs a look\n/);
    expect(summary).toContain('\n**1 ASN not found in IPAM**.\n');
    expect(summary).toContain('| AS64511<br>**not found in IPAM** |');
    expect(summary).toContain('<b>ASN not found in IPAM (1 of 2)</b>');
    expect(summary.match(/AS64500<br>/)).toBeNull();
  });

  test('of a single association says it too', () => {
    const evidence: Evidence[] = [{ grade: 'not found', text: 'not listed' }];
    const facts = { step: 'associate', evidence } as const;
    const outcome = outcomeOf('dry-run-permitted', facts, { mode: 'plan' });
    expect(formatSummary(outcome, nowhere)).toContain(
      '\n\n**1 ASN not found in IPAM**. The association can',
    );
  });

  test('has warnings as one alert, the first five of them', () => {
    const entries = Array.from({ length: 8 }, (_, index) => ({
      ...{ target: 'edge', cidr: `2001:db8:${index + 1}::/48` },
      rpki: ['not-found', 'valid'] as const,
    }));
    expect(seen(formatSummary(fleetOf(entries), nowhere))).toMatch(
      /\n\n> \[!WARNING\]\n(> - 2001:db8:\d::\/48 from AS64500 is not-found in RPKI: .*\n){5}> - and 3 more, under Checks\n\n/,
    );
    expect(seen(formatSummary(fleetOf(entries.slice(0, 1)), nowhere))).toContain(
      '\n> [!WARNING]\n> 2001:db8:1::/48 from AS64500 is not-found in RPKI: ',
    );
  });

  test('warns of unmanaged associations if the input says so', () => {
    const entries = [{ target: 'edge', cidr: '198.51.100.0/24', others: ['64511'] }];
    const warning = '> unmanaged: 198.51.100.0/24 with AS64511 is associated in edge';
    expect(seen(formatSummary(fleetOf(entries, { unmanaged: 'warn' }), nowhere))).toContain(
      warning,
    );
    expect(seen(formatSummary(fleetOf(entries), nowhere))).not.toContain(warning);
  });

  test('has commands that undo its changes', () => {
    const command = (region: string, asn: string, cidr: string) =>
      `aws ec2 disassociate-ipam-byoasn --region ${region} --asn ${asn} --cidr ${cidr}\n`;
    const undo = (outcome: Outcome) =>
      /<summary>Undo<\/summary>[\s\S]*```sh\n([\s\S]*?)```/.exec(
        formatSummary(outcome, nowhere),
      )?.[1];
    expect(undo(smallPlan())).toBe(
      `# 111122223333/us-west-2\n${command('us-west-2', '64500', '198.51.100.0/24')}${command('us-west-2', '64500', '2001:db8:1000::/48')}`,
    );
    expect(undo(partlyApplied())).toContain(command('us-west-2', '64500', '198.51.100.0/24'));
    expect(undo(partlyApplied())).not.toContain('2001:db8:3000::');
    expect(undo(refusedPlan())).toBeUndefined();
  });

  test('lists a hundred of the CIDRs that the file does not have, and counts them', () => {
    const outcome = fleetOf([{ target: 'edge', cidr: '198.51.100.0/24', state: 'associated' }]);
    const [target] = outcome.pairs.map((each) => each.target);
    if (!outcome.plan || !target) throw new Error('no plan');
    const unmanagedCidrs = Array.from({ length: 120 }, (_, index) => ({
      ...{ target, cidr: `203.0.${index}.0/24`, state: 'advertised', asns: ['64511'] },
    }));
    const summary = seen(
      formatSummary({ ...outcome, plan: { ...outcome.plan, unmanagedCidrs } }, nowhere),
    );
    expect(summary).toContain('120 unmanaged CIDRs');
    expect(summary).toContain('120 CIDRs in AWS that are not in the file (not changed)');
    expect(summary).toContain(
      '- unmanaged: 203.0.99.0/24 is advertised in edge (111122223333 us-east-1), with AS64511',
    );
    expect(summary).toContain('- and 20 more');
    expect(summary).not.toContain('203.0.100.0/24');
  });

  test('has a folded diagram of several pairs, but not of a single pair', () => {
    expect(formatSummary(smallPlan(), nowhere)).toContain(
      '<details><summary>Diagram</summary>\n\n```mermaid\n',
    );
    expect(formatSummary(onePair(), nowhere)).not.toContain('mermaid');
  });

  test('has at most a million bytes of UTF-8: without details, and then with fewer rows', () => {
    const note = 'ü'.repeat(500);
    const entries = Array.from({ length: 1_000 }, (_, index) => ({
      target: 'dr',
      cidr: `2001:db8:${(index + 1).toString(16)}::/48`,
      note,
      ...(index < 10 ? {} : { state: 'associated' }),
    }));
    const brief = formatSummary(fleetOf(entries), nowhere);
    expect(brief).toContain(
      'Left out: the diagram, 990 unchanged associations. The log of the run',
    );
    expect(brief).not.toContain('mermaid');
    expect(readStructure(brief).tables[0]).toHaveLength(2);
    const toCreate = entries.map((entry) => ({ ...entry, state: 'absent' }));
    const first = formatSummary(fleetOf(toCreate), nowhere);
    expect(Buffer.byteLength(first)).toBeLessThanOrEqual(1_000_000);
    expect(Buffer.byteLength(first)).toBeGreaterThan(990_000);
    expect(first).toMatch(/Left out: undo, checks, \d+ rows\. The log of the run has more\./);
  });

  test('of any outcome is complete Markdown within its limit', () => {
    fc.assert(
      fc.property(anyOutcome, anyLinks, (outcome, links) => {
        const summary = formatSummary(outcome, links);
        expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_000_000);
        const { lines } = readStructure(summary);
        expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  test.each([onePair(), smallPlan(), longPlan(), refusedPlan(), partlyApplied()])(
    'of scenario %# is valid Markdown',
    (outcome) => {
      const { tables } = readStructure(formatSummary(outcome, nowhere));
      expect(tables.flat().every((cells) => cells.length === 4)).toBe(true);
      expect(tables.length).toBeGreaterThan(0);
    },
  );
});
