import { expect, it } from 'vitest';
import { durationWords } from './duration-words';

it.each([
  [0, '0 s'],
  [41, '41 s'],
  [60, '1 min 0 s'],
  [161, '2 min 41 s'],
  [11_100, '3 h 5 min'],
  [86_400, '1 day'],
  [1_000_000, '11 days'],
])('writes %i seconds as %s', (seconds, words) => expect(durationWords(seconds)).toBe(words));
