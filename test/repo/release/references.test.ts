import { describe, expect, test } from 'vitest';
import { checkReferences, copiedFiles, nameRelease } from '../../../scripts/release/references.ts';
import { read, root } from '../docs/pages.ts';
import { currentTag } from './current.ts';

const own = 'OWNER/associate-ipam-byoasn';

describe('files that people copy name a release', () => {
  test.each([
    ['an action', `uses: ${own}@v1`, `uses: ${own}@v1.2.3`],
    ['a workflow', `${own}/.github/workflows/byoasn.yml@v1`, undefined],
    ['a pin of a trust policy', `${own}/.github/workflows/byoasn.yml@refs/tags/v1`, undefined],
    ['npx', `npx github:${own}#v1 plan`, `npx github:${own}#v1.2.3 plan`],
    ['a download', `${own}/v1/iam/a.yml`, `${own}/v1.2.3/iam/a.yml`],
    ['a folder to download from', `from=https://example.com/${own}/v1/examples`, undefined],
    ['a Terraform module', `${own}.git//iam/terraform?ref=v1"`, undefined],
    ['a verified release', 'gh release verify v1.0.0 --repo', 'gh release verify v1.2.3 --repo'],
    ['a tag at the end of a sentence', 'refs/tags/v1.', 'refs/tags/v1.2.3.'],
    ['an older release', `${own}@v1.0.10`, `${own}@v1.2.3`],
    ['a release of two digits', `${own}@v10.11.12 # main`, `${own}@v1.2.3 # main`],
  ])('%s', (_, text, named = text.replace('v1', 'v1.2.3')) => {
    expect(nameRelease(text, '1.2.3')).toBe(named);
    expect(nameRelease(named, '1.2.3')).toBe(named);
  });

  test.each([
    ['the schema, which editors read', `${own}/v1/schema/byoasn.schema.json`],
    ['the action of another', 'uses: actions/checkout@v7.0.1'],
    ['a commit', `${own}@${'a'.repeat(40)}`],
    ['the word for the moving tag', '`v1` moves with every release'],
  ])('but not %s', (_, text) => {
    expect(nameRelease(text, '1.2.3')).toBe(text);
  });
});

test('every example and page that names a release names that of package.json', () => {
  expect(checkReferences(root, currentTag.slice(1))).toEqual([]);
  const naming = copiedFiles(root).filter((path) => read(path).includes(`${own}@${currentTag}`));
  expect(naming).toEqual(expect.arrayContaining(['README.md', 'examples/fleet.yml']));
});

test('a release is refused while one of them names another release', () => {
  const findings = checkReferences(root, '99.0.0').map(({ kind, text }) => `${kind}: ${text}`);
  for (const path of ['README.md', 'docs/getting-started.md', 'examples/reusable.yml']) {
    expect(findings).toContain(
      `wrong: ${path} names another release than v99.0.0. Run: npm run docs`,
    );
  }
});
