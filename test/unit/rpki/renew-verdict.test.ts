import { expect, test } from 'vitest';
import type { RpkiInputs } from '../../../src/inputs/inputs.ts';
import { renewVerdict } from '../../../src/rpki/add-verdicts.ts';
import { boundedContext } from '../../fakes/bounded-context.ts';
import { memoryTransport } from '../../fakes/memory-transport.ts';
import { virtualContext } from '../../fakes/retry-context.ts';
import { changeOf, routeOf } from '../routes/route-change.ts';

const unused = () => Promise.reject(new Error('not foreseen'));
const inputs: RpkiInputs = {
  source: { form: 'routinator', url: 'https://routinator.example' },
  policy: 'require-valid',
  maxAgeHours: 24,
};

async function renew(asn: string, change = changeOf()) {
  const roas = [{ asn, prefix: '198.51.100.0/24', maxLength: 24 }];
  const transport = memoryTransport({
    IdToken: [{ status: 200, headers: {}, body: JSON.stringify({ roas }) }],
  });
  const context = { ...boundedContext(unused, virtualContext()), transport };
  return { renewed: await renewVerdict(change, inputs, context), sent: transport.sent.length };
}

test('a route that is still valid stays as it was planned', async () => {
  const { renewed } = await renew('AS64500');
  expect(renewed).toMatchObject({ step: 'swap', rpki: { state: 'valid' } });
});

test('a route that is invalid by now is refused', async () => {
  const { renewed } = await renew('AS64501');
  expect(renewed).toMatchObject({ step: 'refuse', refusal: 'rpki-not-valid' });
});

test('a withdrawal is asked for no verdict', async () => {
  const { renewed, sent } = await renew(
    'AS64501',
    changeOf({ step: 'withdraw', route: routeOf('none') }),
  );
  expect(renewed.step).toBe('withdraw');
  expect(sent).toBe(0);
});

test('nothing is asked without RPKI', async () => {
  const change = changeOf();
  const context = boundedContext(unused, virtualContext());
  expect(await renewVerdict(change, undefined, context)).toBe(change);
});
