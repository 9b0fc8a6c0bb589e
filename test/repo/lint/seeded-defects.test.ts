import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { currentTag } from '../release/current.ts';
import { type CheckerName, checkerNames, checkers } from './checkers.ts';
import { asWorkflow, root } from './documents.ts';

const ownAction = `OWNER/associate-ipam-byoasn@${currentTag}`;

/** A defect: the text of an example, its replacement, and the expected finding. */
interface SeededDefect {
  readonly defect: string;
  readonly example: string;
  readonly replace: string;
  readonly by: string;
  readonly found: RegExp;
}

const defects: Readonly<Record<CheckerName, readonly SeededDefect[]>> = {
  'GitHub language service': [
    {
      defect: 'an input that this action does not have',
      example: 'fleet.yml',
      replace: 'dry-run: true',
      by: 'dryrun: true',
      found: /Invalid action input 'dryrun'/,
    },
    {
      defect: 'an input that the action of another does not have',
      example: 'fleet.yml',
      replace: 'persist-credentials:',
      by: 'persist-credential:',
      found: /Invalid action input 'persist-credential'/,
    },
    {
      defect: 'an action that is not known here',
      example: 'fleet.yml',
      replace: 'actions/checkout@',
      by: 'actions/check-out@',
      found: /Unable to resolve action `actions\/check-out@/,
    },
    {
      defect: 'an event that does not exist',
      example: 'fleet.yml',
      replace: 'pull_request:',
      by: 'pull_requests:',
      found: /Unexpected value 'pull_requests'/,
    },
    {
      defect: 'a permission that does not exist',
      example: 'fleet.yml',
      replace: 'id-token: write',
      by: 'id_token: write',
      found: /Unexpected value 'id_token'/,
    },
    {
      defect: 'a required input of the workflow that is called',
      example: 'reusable.yml',
      replace: '      plan-role: arn:aws:iam::{account}:role/byoasn-plan\n',
      by: '',
      found: /plan-role is required/,
    },
    {
      defect: 'an input that the workflow that is called does not have',
      example: 'reusable.yml',
      replace: 'max-changes:',
      by: 'most-changes:',
      found: /Invalid input, most-changes/,
    },
    {
      defect: 'an action that this repository does not have',
      example: '../.github/workflows/byoasn.yml',
      replace: '$/.github/actions/byoasn',
      by: '$/.github/actions/byoasns',
      found: /no 'action\.yml' or 'action\.yaml' found/,
    },
  ],
  actionlint: [
    {
      defect: 'a runner that GitHub does not have',
      example: 'fleet.yml',
      replace: 'ubuntu-latest',
      by: 'ubuntu-newest',
      found: /label "ubuntu-newest" is unknown/,
    },
    {
      defect: 'an output that the job does not have',
      example: 'fleet.yml',
      replace: 'needs.plan.outputs.has-changes',
      by: 'needs.plan.outputs.changes',
      found: /property "changes" is not defined/,
    },
    {
      defect: 'a script with text of the pull request in it',
      example: 'drift.yml',
      replace: 'state=open ;;',
      by: `state=\${{ github.event.pull_request.title }} ;;`,
      found: /"github.event.pull_request.title" is potentially untrusted/,
    },
    {
      defect: 'a word of a script that splits',
      example: 'drift.yml',
      replace: '"$issues/$number"',
      by: '$issues/$number',
      found: /SC2086/,
    },
  ],
  'zizmor, pedantic': [
    {
      defect: 'credentials that a checkout leaves behind',
      example: 'fleet.yml',
      replace: '        with:\n          persist-credentials: false\n',
      by: '',
      found: /\[artipacked\]/,
    },
    {
      defect: 'an action that can change',
      example: 'fleet.yml',
      replace: '3d3c42e5aac5ba805825da76410c181273ba90b1',
      by: 'v7',
      found: /\[unpinned-uses\]/,
    },
    {
      defect: 'all permissions',
      example: 'fleet.yml',
      replace: 'permissions: {}',
      by: 'permissions: write-all',
      found: /\[excessive-permissions\]/,
    },
    {
      defect: 'a permission without its reason',
      example: 'fleet.yml',
      replace: "id-token: write # for GitHub's OIDC token",
      by: 'id-token: write',
      found: /\[undocumented-permissions\]/,
    },
    {
      defect: 'an event that gives secrets to the code of others',
      example: 'fleet.yml',
      replace: 'pull_request:',
      by: 'pull_request_target:',
      found: /\[dangerous-triggers\]/,
    },
    {
      defect: 'an expression in a script',
      example: 'one-association.yml',
      replace: '$STATE',
      by: `\${{ steps.byoasn.outputs.state }}`,
      found: /\[template-injection\]/,
    },
  ],
  'inputs and outputs': [
    {
      defect: 'an output that this action does not have',
      example: 'one-association.yml',
      replace: 'steps.byoasn.outputs.state',
      by: 'steps.byoasn.outputs.status',
      found: /no steps\.byoasn\.outputs\.status/,
    },
    {
      defect: 'a job that is not waited for',
      example: 'fleet.yml',
      replace: 'needs: plan',
      by: 'needs: []',
      found: /no needs\.plan\.outputs\.has-changes/,
    },
  ],
  permissions: [
    {
      defect: 'a role without a token for it',
      example: 'one-association.yml',
      replace: "      id-token: write # for GitHub's OIDC token, the only permission it needs\n",
      by: '      contents: read\n',
      found: /the job plan needs id-token: write/,
    },
    {
      defect: 'a comment that may not be written',
      example: 'fleet.yml',
      replace: 'pull-requests: write',
      by: 'pull-requests: read',
      found: /the job plan needs pull-requests: write/,
    },
    {
      defect: 'a caller that grants less than the workflow that it calls asks for',
      example: 'reusable.yml',
      replace: 'contents: read # for the checkout',
      by: '',
      found: /the job byoasn needs contents: read/,
    },
    {
      defect: 'a job that may write what it only reads',
      example: 'fleet.yml',
      replace: 'contents: read',
      by: 'contents: write',
      found: /the job plan does not need contents: write/,
    },
    {
      defect: 'a caller that grants more than the workflow that it calls asks for',
      example: 'reusable.yml',
      replace: 'contents: read',
      by: 'actions: write\n      contents: read',
      found: /the job byoasn does not need actions: write/,
    },
    {
      defect: 'a job of the workflow that is called with more than it needs',
      example: '../.github/workflows/byoasn.yml',
      replace: `pull-requests: write # for the comment\n    outputs:\n      reason: \${{ steps.apply`,
      by: `actions: write\n      pull-requests: write\n    outputs:\n      reason: \${{ steps.apply`,
      found: /the job apply does not need actions: write/,
    },
    {
      defect: 'permissions for all jobs',
      example: 'fleet.yml',
      replace: 'permissions: {}',
      by: 'permissions:\n  contents: read',
      found: /must say permissions: \{\}/,
    },
  ],
  pins: [
    {
      defect: 'a tag of others',
      example: 'fleet.yml',
      replace: '3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
      by: 'v7.0.1',
      found: /actions\/checkout@v7\.0\.1 is not pinned/,
    },
    {
      defect: 'a commit without its version',
      example: 'fleet.yml',
      replace: ' # v7.0.1',
      by: '',
      found: /is not pinned to a commit with its version/,
    },
    {
      defect: 'two commits of one action',
      example: 'fleet.yml',
      replace: '3d3c42e5aac5ba805825da76410c181273ba90b1',
      by: '3d3c42e5aac5ba805825da76410c181273ba90b2',
      found: /elsewhere/,
    },
    {
      defect: 'a moving tag of this action',
      example: 'fleet.yml',
      replace: ownAction,
      by: 'OWNER/associate-ipam-byoasn@v1',
      found: /associate-ipam-byoasn@v1 is not pinned/,
    },
    {
      defect: 'an action of this repository without a path, which the runner refuses',
      example: 'fleet.yml',
      replace: ownAction,
      by: '$/',
      found: /\$\/ is not pinned/,
    },
  ],
};

for (const name of checkerNames) {
  const check = checkers[name];

  test.skipIf(!check).each(defects[name])(
    `${name}${check ? '' : ' (skipped: not installed, see npm run tools)'} finds $defect`,
    async ({ example, replace, by, found }) => {
      const text = readFileSync(join(root, 'examples', example), 'utf8');
      expect(text).toContain(replace);
      const findings = await check?.([{ name: example, text: text.replace(replace, () => by) }]);
      expect(findings?.join('\n')).toMatch(found);
    },
  );
}

describe('a part of a workflow', () => {
  const step = `- uses: ${ownAction}\n  with:\n    asns: "64500"\n`;
  const job = `runs-on: ubuntu-latest\nsteps:\n${step}`;

  test.each([
    ['steps', step],
    ['a job', job],
    ['jobs', `jobs:\n  apply:\n    steps:\n${step.replaceAll(/^/gm, '      ')}`],
  ])('is checked too: %s', async (_, yaml) => {
    const text = asWorkflow(yaml) ?? '';
    const findings = await checkers['GitHub language service']?.([{ name: 'part', text }]);
    expect(findings?.join('\n')).toContain("Invalid action input 'asns'");
  });

  test('is not a configuration file', () => {
    expect(asWorkflow('version: 1\ntargets: []\n')).toBeUndefined();
  });
});
