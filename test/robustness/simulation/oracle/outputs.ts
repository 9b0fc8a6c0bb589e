import { action, setByTheEntry } from '../../../e2e/action/environment.ts';
import type { Run } from '../run.ts';

/** The outputs are complete by the action.yml and agree with the outcome. */
export function checkOutputs({ outputs, outcome }: Run, metadata = action): string[] {
  const names = Object.keys(metadata.outputs).filter((name) => !setByTheEntry.includes(name));
  const missing = names.filter((name) => !Object.hasOwn(outputs, name));
  const result = JSON.parse(outputs.result ?? '{}');
  const changed = String(outcome.pairs.some((pair) => pair.changed));
  const violations: readonly (readonly [boolean, string])[] = [
    [outputs.reason !== outcome.reason, 'the output has another reason'],
    [outputs.changed !== changed, 'the output changed is not what the pairs say'],
    [result.reason !== outcome.reason, 'the result has another reason'],
    [result.state !== outputs.state, 'the result has another state'],
  ];
  return [
    ...missing.map((name) => `no output ${name}`),
    ...violations.filter(([happened]) => happened).map(([, words]) => words),
  ];
}
