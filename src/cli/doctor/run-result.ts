import * as v from 'valibot';
import { Failure } from '../../failure.ts';
import { parseJson } from '../../lib/json.ts';

const text = v.optional(v.string(), '');
const failure = v.nullish(v.object({ reason: text, message: text }));

/** What a report takes of a run: no names, no digests and no evidence. */
const runResult = v.object({
  schema_version: v.literal(1),
  reason: v.string(),
  dry_run: v.nullable(v.boolean()),
  state: v.string(),
  pairs: v.array(
    v.object({
      account_id: text,
      region: text,
      asn: text,
      cidr: text,
      cidr_state: text,
      state_before: text,
      state: text,
      status_message: text,
      end: text,
      why: text,
      changed: v.optional(v.boolean(), false),
      request_id: text,
      error: failure,
    }),
  ),
  error: v.nullish(v.object({ message: text })),
});

/** The output `result` of a run, as far as a report needs it. */
export type RunResult = v.InferOutput<typeof runResult>;

/** Reads the output `result`, or what `plan --json` prints; throws Failure `invalid-input`. */
export function parseResult(json: string, path: string): RunResult {
  const { success, output } = v.safeParse(runResult, parseJson(json));
  if (success) return output;
  throw new Failure('invalid-input', `${path} is not the result of a run`, {
    next: 'Write the output result of the action, or what plan --json prints, to the file.',
  });
}
