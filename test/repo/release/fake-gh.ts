import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Gh } from '../../../scripts/release/gh.ts';
import { type FakeGitHub, repository } from './github.ts';

const options = {
  repo: { type: 'string' },
  'verify-tag': { type: 'boolean' },
  draft: { type: 'boolean' },
  title: { type: 'string' },
  'notes-file': { type: 'string' },
  latest: { type: 'string' },
  clobber: { type: 'boolean' },
  paginate: { type: 'boolean' },
  slurp: { type: 'boolean' },
  silent: { type: 'boolean' },
  method: { type: 'string' },
  input: { type: 'string' },
  'raw-field': { type: 'string', short: 'f', multiple: true },
  field: { type: 'string', short: 'F', multiple: true },
} as const;

/**
 * GitHub's CLI, as far as a release uses it, with a fake GitHub. `steps.test.ts` runs the CLI
 * itself, which keeps this one true.
 */
export function createFakeGh(github: FakeGitHub): Gh {
  const ask = (method: string, path: string, body: string | Buffer = '') => {
    const answer = github.answer(method, path, Buffer.from(body));
    if (answer.status >= 400)
      throw new Error(`HTTP ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const find = (tag: string) => {
    const release = github.releases().find((candidate) => candidate.tag === tag);
    if (release === undefined) throw new Error('release not found');
    return release;
  };
  const uploadAll = (id: number, files: readonly string[]) => {
    for (const file of files) {
      const path = `uploads/repos/${repository}/releases/${id}/assets?name=${basename(file)}`;
      ask('POST', path, readFileSync(file));
    }
  };

  return (args, input) => {
    const draft = args.includes('--draft=false') ? false : args.includes('--draft');
    const known = args.filter((arg) => arg !== '--draft=false');
    const { values, positionals } = parseArgs({
      args: [...known],
      options,
      allowPositionals: true,
    });
    const [command, verb = '', tag = '', ...files] = positionals;
    const notes = () => readFileSync(String(values['notes-file']), 'utf8');
    if (command === 'api') {
      const fields = [
        ...(values['raw-field'] ?? []).map((field) => field.split('=')),
        ...(values.field ?? []).map((field) => [field.split('=')[0], field.endsWith('=true')]),
      ];
      const body = input ?? JSON.stringify(Object.fromEntries(fields));
      const method = values.method ?? (input === undefined ? 'GET' : 'POST');
      const answer = ask(method, verb, body);
      const failed = isRecord(answer) && 'errors' in answer;
      if (failed) throw new Error(`GraphQL: ${JSON.stringify(answer.errors)}`);
      if (values.slurp && !values.paginate) throw new Error('`--paginate` required with `--slurp`');
      const page = Number(/\bper_page=(\d+)/.exec(verb)?.[1] ?? 30);
      const firstPage = Array.isArray(answer) && !values.paginate ? answer.slice(0, page) : answer;
      return JSON.stringify(values.slurp ? [firstPage] : firstPage);
    }
    if (values.repo !== repository) throw new Error('no repository is named');
    switch (verb) {
      case 'create': {
        if (values['verify-tag'] && !github.tags.has(tag)) throw new Error('tag does not exist');
        const body = JSON.stringify({ tag_name: tag, draft, body: notes() });
        ask('POST', `repos/${repository}/releases`, body);
        uploadAll(find(tag).id, files);
        return '';
      }
      case 'upload': {
        const release = find(tag);
        const names = files.map((file) => basename(file));
        const replaced = values.clobber ? names : [];
        for (const asset of release.assets.filter(({ name }) => replaced.includes(name))) {
          ask('DELETE', `repos/${repository}/releases/assets/${asset.id}`);
        }
        uploadAll(release.id, files);
        return '';
      }
      case 'edit': {
        const body = JSON.stringify({ draft, body: notes(), make_latest: values.latest });
        ask('PATCH', `repos/${repository}/releases/${find(tag).id}`, body);
        return '';
      }
      default:
        throw new Error(`unknown command ${args.join(' ')}`);
    }
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
