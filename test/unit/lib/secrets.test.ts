import { describe, expect, test } from 'vitest';
import { collectSecrets } from '../../../src/lib/secrets.ts';

/** Secrets that were masked one after the other, and what the runner was given to mask. */
function collected(...masked: readonly string[]) {
  const announced: string[] = [];
  const secrets = collectSecrets((secret) => announced.push(secret));
  for (const secret of masked) secrets.mask(secret);
  return { ...secrets, announced };
}

describe('a text', () => {
  test.each([
    ['as it is', 'key+with/signs==', 'the key+with/signs== is wrong'],
    ['every time', 'key+with/signs==', 'key+with/signs== or key+with/signs=='],
    ['as JSON writes it', 'quoted"and\\more', JSON.stringify({ key: 'quoted"and\\more' })],
    ['as a URL writes it', 'key+with/signs==', `?key=${encodeURIComponent('key+with/signs==')}`],
    ['that a file ends a line after', 'token-of-a-file\n', 'the token-of-a-file is wrong'],
    ['with half a character', 'half-a-\ud83d-character', 'the half-a-\ud83d-character is wrong'],
  ])('loses a secret %s', (_, secret, text) => {
    const { redact } = collected(secret);
    expect(redact(text)).toContain('***');
    expect(redact(text)).not.toMatch(/key\+|key%2B|and.*more|token|half/);
  });

  test('loses every secret, and no part of a longer one stays', () => {
    const { redact } = collected('password', 'user:password@proxy');
    expect(redact('user:password@proxy, password')).toBe('***, ***');
  });

  test('loses a secret from the moment it is known', () => {
    const secrets = collected('first-secret');
    expect(secrets.redact('first-secret later-secret')).toBe('*** later-secret');
    secrets.mask('later-secret');
    expect(secrets.redact('first-secret later-secret')).toBe('*** ***');
  });

  test('keeps secrets that are too short to distinguish from words', () => {
    const { redact, announced } = collected('s3cret!', 's3cret!!');
    expect(redact('s3cret! s3cret!!')).toBe('s3cret! ***');
    expect(announced).toEqual(['s3cret!', 's3cret!!']);
  });

  test('loses the beginning of a truncated secret, and keeps the text around it', () => {
    const token = 'IQoJb3JpZ2luX2VjEXAMPLE0123456789abcdefghijklmnopqrstuvwxyz';
    const { redact } = collected(token);
    const text = `token ${token.slice(0, 40)}… and ${token.slice(0, 24)}, not ${token.slice(0, 23)}`;
    expect(redact(text)).toBe(`token ***… and ***, not ${token.slice(0, 23)}`);
  });

  test('stays the same if no secret is known', () => {
    expect(collected('', ' \n').redact('nothing *** here')).toBe('nothing *** here');
  });
});

test('a secret is masked once, and an empty one never', () => {
  const { announced } = collected('a-secret', 'a-secret\n', '', 'another-one');
  expect(announced).toEqual(['a-secret', 'another-one']);
});
