import { describe, expect, test } from 'vitest';
import { readRipestat } from '../../../src/rpki/ripestat.ts';
import { SourceError } from '../../../src/rpki/source-error.ts';

const cidr = '198.51.100.0/24';
const own = { origin: '64500', prefix: cidr, max_length: 24, validity: 'valid' };
const amazon = { origin: '16509', prefix: cidr, max_length: 24, validity: 'invalid_asn' };

/** An answer of RIPEstat's, in the shape of those that are recorded. */
function answer(status: string, roas: readonly unknown[]) {
  return {
    messages: [],
    status: 'ok',
    status_code: 200,
    data: {
      validating_roas: roas,
      status,
      validator: 'routinator',
      resource: '64500',
      prefix: cidr,
    },
  };
}

describe("RIPEstat's response", () => {
  test.each([
    ['valid', [own, amazon], ['64500', '16509']],
    ['invalid_asn', [amazon], ['16509']],
    ['invalid_length', [{ ...own, prefix: '198.51.0.0/16', max_length: 16 }], ['64500']],
    ['unknown', [], []],
  ])('%s has the VRPs of every origin', (status, roas, asns) => {
    const vrps = readRipestat(answer(status, roas), cidr, '64500');
    expect(vrps.map(({ asn }) => asn)).toEqual(asns);
  });

  test.each([
    ['valid', [amazon]],
    ['unknown', [own]],
    ['invalid_asn', []],
  ])('%s is rejected if its VRPs contradict it', (status, roas) => {
    expect(() => readRipestat(answer(status, roas), cidr, '64500')).toThrow('contradicts itself');
  });

  test.each([
    undefined,
    'maintenance',
    {},
    { status: 'ok', data: null },
    { ...answer('valid', [own]), status: 'error' },
    answer('querying', []),
    answer('toString', []),
    { status: 'ok', data: { status: 'valid' } },
    answer('valid', [{ ...own, origin: ['64500'] }]),
  ])('%j cannot be read', (document) => {
    expect(() => readRipestat(document, cidr, '64500')).toThrow(SourceError);
  });
});
