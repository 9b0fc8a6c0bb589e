import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { withTool } from '../tools.ts';
import { checkerNames, checkers } from './checkers.ts';
import { exampleWorkflows, ownWorkflows, root, snippetWorkflows } from './documents.ts';
import { findingsIn } from './zizmor.ts';

const workflows = {
  'the workflows of this repository': ownWorkflows(),
  'the workflows in examples': exampleWorkflows(),
  'the workflows in the documentation': snippetWorkflows(),
};

/** For the figures: how many workflows each checker has checked, and its findings. */
const counted: Record<string, { workflows: number; findings: number }> = {};

afterAll(() => {
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(join(root, 'build', 'lint.json'), `${JSON.stringify(counted, null, 2)}\n`);
});

describe.each(Object.entries(workflows))('%s', (_, texts) => {
  test('exist', () => {
    expect(texts).not.toEqual([]);
  });

  for (const name of checkerNames) {
    const check = checkers[name];
    const title = `pass: ${name}`;
    if (!check) {
      test.skip(`${title} (skipped: not installed, see npm run tools)`, () => {});
      continue;
    }
    test(title, async () => {
      const findings = await check(texts);
      const { workflows, findings: before } = counted[name] ?? { workflows: 0, findings: 0 };
      counted[name] = {
        workflows: workflows + texts.length,
        findings: before + findings.length,
      };
      expect(findings).toEqual([]);
    });
  }
});

withTool('zizmor', 'the actions and the settings of Dependabot pass zizmor', (program) => {
  test('the actions and the settings of Dependabot pass zizmor', async () => {
    expect(await findingsIn(program, ['.github', 'action.yml', 'route/action.yml'])).toEqual([]);
  });

  test('zizmor checks them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'byoasn-dependabot-'));
    const settings = readFileSync(join(root, '.github', 'dependabot.yml'), 'utf8');
    const withoutCooldown = settings.replace(/^ +cooldown:\n(?: {6}.*\n)+/m, '');
    writeFileSync(join(folder, 'dependabot.yml'), withoutCooldown);
    const findings = await findingsIn(program, [join(folder, 'dependabot.yml')]);
    rmSync(folder, { recursive: true });
    expect(findings.join('\n')).toContain('[dependabot-cooldown]');
  });
});
