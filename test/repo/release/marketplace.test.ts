import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const action = parse(read('action.yml'));

/** Values that GitHub's own schema of action.yml allows. */
function allowed(definition: string): readonly string[] {
  const schema = JSON.parse(
    read('node_modules/@actions/workflow-parser/dist/action-v1.0.min.json'),
  );
  return schema.definitions[definition]['allowed-values'];
}

test('the root has one action file', () => {
  expect(globSync('action.{yml,yaml}', { cwd: root })).toEqual(['action.yml']);
});

test('it has an author, a README, and a short name that is not one of a GitHub feature', () => {
  expect(action.name).toMatch(/^[A-Za-z][\w -]{2,59}$/);
  expect(action.name).not.toMatch(/github|actions?$/i);
  expect(action.author).toBeTruthy();
  expect(read('README.md')).toMatch(/^# \S/);
});

test('its description is shorter than 125 characters', () => {
  expect(action.description.length).toBeGreaterThan(20);
  expect(action.description.length).toBeLessThan(125);
});

test('its icon and colour exist on GitHub', () => {
  expect(allowed('branding-icon')).toContain(action.branding.icon);
  expect(allowed('branding-color')).toContain(action.branding.color);
  expect(allowed('branding-color')).not.toContain('pink');
});

test('every input and output has a description', () => {
  for (const described of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
    expect(described).toHaveProperty('description', expect.stringMatching(/\S/));
  }
});
