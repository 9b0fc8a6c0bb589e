import type { Run } from '../run.ts';

/** No secret is in anything that people see, and each that the run received or signed with is masked. */
export function checkSecrets(
  { texts, outputs, masked, requests, keys }: Run,
  secrets: readonly string[],
): string[] {
  const visible = [...texts, ...Object.values(outputs)].join('\n');
  const received = requests.map(({ delivered }) => delivered?.body ?? '').join('\n');
  return [
    ...(secrets.some((secret) => visible.includes(secret)) ? ['a secret is visible'] : []),
    ...(secrets.some((secret) => received.includes(secret) && !masked.has(secret)) ||
    keys.some((key) => !masked.has(key))
      ? ['a secret is not masked']
      : []),
  ];
}
