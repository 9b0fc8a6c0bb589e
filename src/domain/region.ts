import { explainLookAlike } from './look-alikes.ts';
import type { Parsed } from './parsed.ts';

const example = 'us-west-2';

/** Reads the code of an AWS Region; AWS says whether it exists and is enabled. */
export function parseRegion(text: string): Parsed<string> {
  if (text === '') return { problem: 'is missing', example };
  if (/^[a-z]{2,5}(-[a-z]+)+-[1-9][0-9]?$/.test(text)) return { value: text };
  const zone = /-[1-9][0-9]?[a-z]$/.test(text) ? '; it names an Availability Zone' : '';
  return { problem: explainLookAlike(text) ?? `is not an AWS Region${zone}`, example };
}
