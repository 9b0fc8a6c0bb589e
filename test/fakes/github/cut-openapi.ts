// Cuts openapi.json next to it, the part of GitHub's OpenAPI description that the fake GitHub implements, from the npm package @octokit/openapi (MIT, Copyright (c) 2020 Octokit contributors). The
// package unpacks to 385 MB, so it is fetched here and is no dependency.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const source = '@octokit/openapi@23.0.2';
const file = 'package/generated/api.github.com.json';
const operations = new Set([
  'actions/get-reviews-for-run',
  'actions/get-workflow-run',
  'issues/list-for-repo',
  'issues/create',
  'issues/update',
  'issues/list-comments',
  'issues/get-comment',
  'issues/create-comment',
  'issues/update-comment',
  'issues/delete-comment',
  'pulls/get',
  'repos/list-pull-requests-associated-with-commit',
  'repos/create-deployment-branch-policy',
  'repos/create-or-update-environment',
  'repos/get',
  'repos/get-environment',
  'teams/get-by-name',
  'users/get-authenticated',
  'users/get-by-username',
]);

type Json = string | number | boolean | null | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [name: string]: Json;
}
interface Description {
  readonly openapi: string;
  readonly info: JsonObject;
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
  readonly components: Readonly<Record<string, JsonObject>>;
}

function fetchDescription(): Description {
  const folder = mkdtempSync(join(tmpdir(), 'github-openapi-'));
  try {
    const npm = ['pack', source, '--silent', '--pack-destination', folder];
    const tarball = join(folder, execFileSync('npm', npm, { encoding: 'utf8' }).trim());
    const maxBuffer = 64 * 1024 * 1024;
    return JSON.parse(execFileSync('tar', ['-xzOf', tarball, file], { maxBuffer }).toString());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const prose = new Set(['summary', 'description', 'tags', 'externalDocs', 'example', 'examples']);

/** The value without prose and GitHub's own extensions. Names of properties are never prose. */
function strip(value: Json, parent = ''): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => strip(item));
  // OpenAPI has `nullable` only next to `type`, and ajv rejects it elsewhere.
  const dropped = new Set(value.type === undefined ? [...prose, 'nullable'] : prose);
  const kept = Object.entries(value).filter(
    ([name]) => parent === 'properties' || !(dropped.has(name) || name.startsWith('x-')),
  );
  const stripped = kept.map(([name, inner]) => [
    name,
    strip(inner, parent === 'properties' ? '' : name),
  ]);
  return Object.fromEntries(stripped);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** OpenAPI wants a description of every response, be it an empty one. */
function describeResponses(responses: Json | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(responses ?? {}).map(([name, response]) => [
      name,
      '$ref' in response ? response : { description: '', ...response },
    ]),
  );
}

function cutPaths({ paths }: Description): Record<string, Record<string, JsonObject>> {
  const entries = Object.entries(paths).map(([path, item]) => {
    const kept = Object.entries(item).filter(([, { operationId }]) =>
      operations.has(String(operationId)),
    );
    return [path, Object.fromEntries(kept.map(([method, inner]) => [method, cut(inner)]))] as const;
  });
  return Object.fromEntries(entries.filter(([, item]) => Object.keys(item).length > 0));
}

function cut(operation: JsonObject): JsonObject {
  const stripped = strip(operation) as JsonObject;
  return { ...stripped, responses: describeResponses(stripped.responses) };
}

/** The components that the value refers to, and those that they refer to, by kind. */
function cutComponents({ components }: Description, value: Json): Record<string, JsonObject> {
  const found = new Map<string, Json>();
  const collect = (part: Json) => {
    for (const [, kind = '', name = ''] of JSON.stringify(part).matchAll(reference)) {
      const component = components[kind]?.[name];
      if (component === undefined) throw new Error(`no component ${kind}/${name}`);
      if (found.has(`${kind}/${name}`)) continue;
      const stripped = strip(component);
      found.set(`${kind}/${name}`, stripped);
      collect(stripped);
    }
  };
  collect(value);
  const kinds = [...new Set([...found.keys()].map((key) => key.split('/')[0] ?? ''))].sort();
  const ofKind = (kind: string) =>
    [...found]
      .filter(([key]) => key.startsWith(`${kind}/`))
      .map(([key, component]) => [key.slice(kind.length + 1), component] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kinds.map((kind) => [kind, Object.fromEntries(ofKind(kind))]));
}

const reference = /"\$ref":"#\/components\/([^/"]+)\/([^"]+)"/g;

const target = join(import.meta.dirname, 'openapi.json');
const description = fetchDescription();
const paths = cutPaths(description);
const components = cutComponents(description, paths);
const { title = '', version = '' } = description.info;
const subset = {
  openapi: description.openapi,
  info: { title, version, license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT' } },
  paths,
  components: { ...components, responses: describeResponses(components.responses) },
};
writeFileSync(target, JSON.stringify(subset));
execFileSync('npx', ['biome', 'format', '--write', target]);
