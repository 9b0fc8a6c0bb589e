import { AsnAssociationState } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { hasEnded, isAssociated } from '../../../src/domain/association-state.ts';

const others = ['advertised', 'absent', 'unknown', 'from-the-future', 'Associated', ''];
const states = [...Object.values(AsnAssociationState), ...others];

describe('of all states', () => {
  test('associated and advertised are those of an existing association', () => {
    expect(states.filter(isAssociated)).toEqual(['associated', 'advertised']);
  });

  test('disassociated and failed-association are those of a former one', () => {
    expect(states.filter(hasEnded).sort()).toEqual(['disassociated', 'failed-association']);
  });
});
