import { describe, expect, test } from 'vitest';
import {
  normalizeAsn,
  normalizeCidr,
  normalizeMessage,
  normalizeState,
} from '../../../src/aws/normalize.ts';

describe('what AWS writes', () => {
  test.each(['associated', 'pending-association', 'from-the-future'])(
    'as the state %s is kept',
    (state) => {
      expect(normalizeState(state)).toBe(state);
    },
  );

  test.each([undefined, '', 'absent'])('as no state of its own (%s) is not known', (state) => {
    expect(normalizeState(state)).toBe('unknown');
  });

  test('at enormous length is given by its start', () => {
    expect(normalizeState('s'.repeat(10_000)).length).toBeLessThan(300);
    expect(normalizeMessage('m'.repeat(1_000_000)).length).toBeLessThan(10_100);
    expect(normalizeMessage('m'.repeat(10_000))).toBe('m'.repeat(10_000));
  });

  test('as an ASN or a CIDR is in canonical text', () => {
    expect(normalizeAsn('AS064500')).toBe('64500');
    expect(normalizeCidr('2001:DB8:1000:0::/48')).toBe('2001:db8:1000::/48');
  });

  test('in place of an ASN or a CIDR is kept, by its start where it is enormous', () => {
    for (const normalize of [normalizeAsn, normalizeCidr]) {
      expect(normalize('64500x')).toBe('64500x');
      expect(normalize()).toBe('');
      expect(normalize('x'.repeat(10_000)).length).toBeLessThan(300);
      expect(normalize('0'.repeat(1_000_000)).length).toBeLessThan(300);
    }
  });

  test('as no message is empty', () => {
    expect(normalizeMessage(undefined)).toBe('');
  });
});
