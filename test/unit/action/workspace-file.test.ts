import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isInNestedCheckout, readWorkspaceFile } from '../../../src/action/workspace-file.ts';
import { Failure } from '../../../src/failure.ts';

const root = mkdtempSync(join(tmpdir(), 'workspace-'));
const workspace = join(root, 'repo');
const largest = 1_048_576;

beforeAll(() => {
  mkdirSync(join(workspace, 'network'), { recursive: true });
  mkdirSync(join(root, 'repo-other'));
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'repo/byoasn.yml': 'targets: []\n',
    'repo/network/byoasn.yml': 'deep\n',
    'repo/..odd.yml': 'odd\n',
    'repo/empty.yml': '',
    'repo/unicode.yml': '# Zürich 💥\n',
    'repo/latin1.yml': new Uint8Array([0x23, 0x20, 0xfc, 0x0a]),
    'repo/largest.yml': 'x'.repeat(largest),
    'repo/too-large.yml': 'x'.repeat(largest + 1),
    'secret.yml': 'secret\n',
    'repo-other/byoasn.yml': 'other\n',
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  symlinkSync('network/byoasn.yml', join(workspace, 'link-inside.yml'));
  symlinkSync('../secret.yml', join(workspace, 'link-outside.yml'));
  symlinkSync(root, join(workspace, 'folder-outside'));
  symlinkSync('nowhere.yml', join(workspace, 'link-nowhere.yml'));
  symlinkSync(workspace, join(root, 'link-to-repo'));
});

afterAll(() => rmSync(root, { recursive: true }));

/** The Failure that reading a path ends with. */
function refusalOf(path: string): Failure {
  try {
    readWorkspaceFile(workspace, path);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error(`${path} was read`);
}

describe('a file of the workspace', () => {
  test.each([
    ['byoasn.yml', 'targets: []\n'],
    ['network/byoasn.yml', 'deep\n'],
    ['./network/../byoasn.yml', 'targets: []\n'],
    ['../repo/byoasn.yml', 'targets: []\n'],
    ['..odd.yml', 'odd\n'],
    ['empty.yml', ''],
    ['unicode.yml', '# Zürich 💥\n'],
    ['link-inside.yml', 'deep\n'],
    [join(workspace, 'byoasn.yml'), 'targets: []\n'],
  ])('can be read by the path %s', (path, text) => {
    expect(readWorkspaceFile(workspace, path)).toBe(text);
  });

  test('is read where the workspace itself is a link', () => {
    expect(readWorkspaceFile(join(root, 'link-to-repo'), 'byoasn.yml')).toBe('targets: []\n');
  });

  test('may have 1 MiB', () => {
    expect(readWorkspaceFile(workspace, 'largest.yml')).toHaveLength(largest);
  });
});

describe('a checkout in a folder of the workspace', () => {
  const tree = join(root, 'tree');

  beforeAll(() => {
    for (const folder of ['.git', 'own/.git', 'plain/deep']) {
      mkdirSync(join(tree, folder), { recursive: true });
    }
    // The file of a worktree or submodule.
    mkdirSync(join(tree, 'plain/module'));
    writeFileSync(join(tree, 'plain/module/.git'), 'gitdir: ../../.git/modules/module\n');
  });

  test.each([
    ['byoasn.yml', false],
    ['plain/deep/byoasn.yml', false],
    ['own/byoasn.yml', true],
    ['own/infra/byoasn.yml', true],
    ['plain/module/infra/byoasn.yml', true],
    ['', false],
  ])('holds the file %j: %s', (path, expected) => {
    expect(isInNestedCheckout(tree, path)).toBe(expected);
  });
});

describe('a path is refused', () => {
  test('with an error that makes a blank visible', () => {
    expect(refusalOf('byo\u00a0asn.yml').message).toBe(
      'config: "byo\\u00a0asn.yml" does not exist in the workspace',
    );
  });

  test.each([
    ['../secret.yml'],
    ['network/../../secret.yml'],
    ['link-outside.yml'],
    ['folder-outside/secret.yml'],
    ['../repo-other/byoasn.yml'],
    [join(root, 'secret.yml')],
    [join(root, 'link-to-repo', 'byoasn.yml')],
    ['../link-to-repo/byoasn.yml'],
    ['..'],
    ['/'],
  ])('that leads out of the workspace: %s', (path) => {
    expect(refusalOf(path)).toMatchObject({
      reason: 'invalid-input',
      message: `config: ${JSON.stringify(path)} leads out of the workspace`,
      next: 'Use the path of a file in the workspace, relative to its root.',
    });
  });

  test.each(['missing.yml', '../missing.yml', 'link-nowhere.yml', 'byoasn.yml/x', 'byo\0asn.yml'])(
    'that does not exist, with what to do: %j',
    (path) => {
      expect(refusalOf(path)).toMatchObject({
        reason: 'invalid-input',
        message: `config: ${JSON.stringify(path)} does not exist in the workspace`,
        next: 'Check out the repository first (actions/checkout), and use a path relative to its root.',
      });
    },
  );

  test.each([
    ['network', 'is not a file'],
    ['.', 'is not a file'],
    ['too-large.yml', `has ${largest + 1} bytes; the limit is ${largest}`],
    ['latin1.yml', 'is not UTF-8'],
  ])('that cannot be read: %s', (path, problem) => {
    expect(refusalOf(path)).toMatchObject({
      reason: 'invalid-input',
      message: `config: ${JSON.stringify(path)} ${problem}`,
    });
  });
});
