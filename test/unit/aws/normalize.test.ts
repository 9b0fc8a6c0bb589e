import { describe, expect, test } from 'vitest';
import {
  normalizeAsn,
  normalizeCidr,
  normalizeMessage,
  normalizeState,
} from '../../../src/aws/normalize.ts';

describe('text from AWS', () => {
  test.each(['associated', 'pending-association', 'from-the-future'])(
    'as the state %s is kept',
    (state) => {
      expect(normalizeState(state)).toBe(state);
    },
  );

  test.each([undefined, '', 'absent'])('without a state (%s) is unknown', (state) => {
    expect(normalizeState(state)).toBe('unknown');
  });

  test('of enormous length is cut to its start', () => {
    expect(normalizeState('s'.repeat(10_000)).length).toBeLessThan(300);
    expect(normalizeMessage('m'.repeat(1_000_000)).length).toBeLessThan(10_100);
    expect(normalizeMessage('m'.repeat(10_000))).toBe('m'.repeat(10_000));
  });

  test('for an ASN or a CIDR becomes canonical', () => {
    expect(normalizeAsn('AS064500')).toBe('64500');
    expect(normalizeCidr('2001:DB8:1000:0::/48')).toBe('2001:db8:1000::/48');
  });

  test('that is not an ASN or a CIDR is kept, and cut if it is enormous', () => {
    for (const normalize of [normalizeAsn, normalizeCidr]) {
      expect(normalize('64500x')).toBe('64500x');
      expect(normalize()).toBe('');
      expect(normalize('x'.repeat(10_000)).length).toBeLessThan(300);
      expect(normalize('0'.repeat(1_000_000)).length).toBeLessThan(300);
    }
  });

  test('for a missing message is empty', () => {
    expect(normalizeMessage(undefined)).toBe('');
  });
});
