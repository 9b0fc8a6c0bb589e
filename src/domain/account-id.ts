import { explainLookAlike } from './look-alikes.ts';
import type { Parsed } from './parsed.ts';

/** Reads an AWS account ID: 12 digits, leading zeros included. */
export function parseAccountId(text: string): Parsed<string> {
  const example = '"111122223333"';
  if (text === '') return { problem: 'is missing', example };
  if (/^[0-9]{12}$/.test(text)) return { value: text };
  const short = /^[0-9]{9,11}$/.test(text) ? ' (YAML drops leading zeros: quote it)' : '';
  return { problem: explainLookAlike(text) ?? `is not 12 digits${short}`, example };
}
