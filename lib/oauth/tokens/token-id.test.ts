import { expect, it } from 'vitest';
import { decodeCanonical } from '../base64url';
import { newTokenId } from './token-id';

it('gives 100,000 tokens 100,000 identifiers of 128 bits', () => {
  const identifiers = Array.from({ length: 100_000 }, newTokenId);
  expect(new Set(identifiers).size).toBe(100_000);
  expect(identifiers.every((id) => decodeCanonical(id)?.length === 16)).toBe(true);
  // Each of the 22 characters varies: no byte is stuck.
  for (let at = 0; at < 21; at += 1) expect(new Set(identifiers.map((id) => id[at])).size).toBe(64);
});
