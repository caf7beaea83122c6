// Public identifiers: a prefix that names the kind and 26 sortable characters (contract §7).
import { randomFillSync } from 'node:crypto';

export type IdPrefix =
  | 'app' | 'dec' | 'off' | 'plk' | 'idc' | 'dsb' | 'evt' | 'whend' | 'whd' | 'req' | 'prj' | 'acct'
  | 'prq' | 'sec' | 'key' | 'pat' | 'cid_sbx' | 'cid_live' | 'usr' | 'aud'
  | 'apv' | 'pcb' | 'mos' | 'sch' | 'drl'
  | 'led' | 'bki' | 'rex'
  | 'ses' | 'sgn' | 'inv' | 'enr' | 'sup' | 'psk' | 'mail'; // prettier-ignore

// Crockford's base 32 in lower case: no i, l, o, u, and it sorts like the number it spells.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const timeCharacters = 10; // 50 bits, of which 48 hold milliseconds since 1970
const orderCharacters = 4; // 20 bits: the place among this process's ids of one millisecond
const randomCharacters = 12; // 60 bits
const pool = Buffer.alloc(4096);
let poolOffset = pool.length;

function spellNumber(number: number, characters: number): string {
  let rest = number;
  let text = '';
  for (let i = 0; i < characters; i += 1) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function takeRandom(): number {
  if (poolOffset === pool.length) {
    randomFillSync(pool);
    poolOffset = 0;
  }
  return (pool[poolOffset++] as number) & 31;
}

let latestMs = 0;
let latestOrder = 0;

/** Starts anywhere in the lower half, so that two processes seldom share a place; the upper half is never used up. */
function orderWithin(milliseconds: number): number {
  if (milliseconds === latestMs) latestOrder += 1;
  else latestOrder = ((takeRandom() & 15) << 15) | (takeRandom() << 10) | (takeRandom() << 5) | takeRandom();
  latestMs = milliseconds;
  return latestOrder;
}

/**
 * A new identifier such as `app_01k2…`: prefix, 10 characters of real time in milliseconds, 16 that tell it from
 * every other (79 random bits). Later ids sort after earlier ones: those of one process one by one, so that what an act
 * records reads in its order; those of several to the millisecond.
 */
export function newId(prefix: IdPrefix): string {
  const now = Date.now();
  let text = spellNumber(now, timeCharacters) + spellNumber(orderWithin(now), orderCharacters);
  for (let i = 0; i < randomCharacters; i += 1) text += alphabet.charAt(takeRandom());
  return `${prefix}_${text}`;
}

/** The smallest identifier that can have been made at `milliseconds` since 1970: a bound for ranges of ids. */
export function firstIdAt(prefix: IdPrefix, milliseconds: number): string {
  const rest = alphabet.charAt(0).repeat(orderCharacters + randomCharacters);
  return `${prefix}_${spellNumber(Math.max(0, milliseconds), timeCharacters)}${rest}`;
}

const bodyPattern = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** Whether `value` is spelled like an identifier of that kind; says nothing of whether it exists. */
export function isId(prefix: IdPrefix, value: string): boolean {
  return value.startsWith(`${prefix}_`) && bodyPattern.test(value.slice(prefix.length + 1));
}
