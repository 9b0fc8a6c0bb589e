import { expect, test } from 'vitest';
import { associationText } from '../../../src/domain/association.ts';
import { associationOf } from './association.ts';

test('an association reads as CIDR with AS number', () => {
  const association = associationOf('64500', '2001:DB8:1::/48');
  expect(associationText(association)).toBe('2001:db8:1::/48 with AS64500');
});
