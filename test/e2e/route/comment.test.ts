import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { defaultPull } from '../../fakes/github/github.ts';
import { main, runFile } from '../action/fleet.ts';
import {
  amazons,
  dryRun,
  idle,
  plainText,
  runRouteFile,
  withRouteFakes,
} from './route-scenario.ts';

const event = {
  pull_request: {
    number: defaultPull.number,
    head: { sha: defaultPull.headSha, repo: { full_name: 'octo-org/prefixes' } },
  },
};

/** Of both actions. */
const file = stringify({
  version: 1,
  targets: [
    {
      ...main,
      associations: [{ asn: 64500, cidr: idle }],
      routes: [{ cidr: amazons, origin: 64501 }],
    },
  ],
});

test('a pull request has one comment per action, which later runs update', () =>
  withRouteFakes({}, async (fakes) => {
    const inputs = { ...dryRun, comment: 'true', 'github-token': fakes.github.token };
    const more = { event, env: { ...fakes.env.github, GITHUB_EVENT_NAME: 'pull_request' } };
    const comments = () => fakes.github.repository().comments(defaultPull.number);
    const root = await runFile(fakes, file, inputs, more);
    const route = await runRouteFile(fakes, file, inputs, more);
    expect([root.reason, route.reason]).toEqual(['no-changes', 'planned']);
    expect(comments()).toHaveLength(2);
    const [first, second] = comments().map(({ body }) => plainText(body));
    expect(first).not.toContain(`${amazons}: origin`);
    expect(second).toContain(`${amazons}: origin AWS to AS64501. RPKI from AS64501: valid`);
    expect(root.outputs['comment-url']).not.toBe(route.outputs['comment-url']);

    fakes.ipam.setOrigin(amazons, '64501');
    const again = await runRouteFile(fakes, file, inputs, more);
    await runFile(fakes, file, inputs, more);
    expect(again.reason).toBe('no-changes');
    expect(again.outputs['comment-url']).toBe(route.outputs['comment-url']);
    expect(comments()).toHaveLength(2);
    expect(plainText(comments()[1]?.body ?? '')).not.toContain('origin AWS to AS64501');
  }));
