import { read } from './pages.ts';
import { blocks } from './snippets.ts';

/** The parameters of the template that docs/getting-started.md deploys the roles with, by their names. */
export function deployedParameters(): ReadonlyMap<string, string> {
  const [block = '', ...others] = blocks(read('docs/getting-started.md'), 'bash').filter((text) =>
    text.includes('aws cloudformation deploy'),
  );
  if (others.length > 0) throw new Error('the roles are deployed twice');
  const [, workflow = ''] = /^workflow=(\S+)$/m.exec(block) ?? [];
  const [, parameters = ''] = /--parameter-overrides([\s\S]*)/.exec(block) ?? [];
  const expanded = parameters.replaceAll(/"(\w+=)\$workflow"/g, (_, name) => name + workflow);
  return new Map(
    [...expanded.matchAll(/\b([A-Z]\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value]),
  );
}
