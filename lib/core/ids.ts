// Public identifiers: a prefix that names the kind and 26 sortable characters (contract §7).
import { randomFillSync } from 'node:crypto';

export type IdPrefix =
  | 'app' | 'dec' | 'off' | 'plk' | 'idc' | 'dsb' | 'evt' | 'whend' | 'whd' | 'req' | 'prj' | 'acct'
  | 'prq' | 'sec' | 'key' | 'pat' | 'cid_sbx' | 'cid_live' | 'usr' | 'aud'
  | 'apv' | 'pcb' | 'mos'
  | 'led' | 'bki' | 'rex'
  | 'ses' | 'sgn' | 'inv' | 'enr' | 'sup' | 'psk' | 'mail'; // prettier-ignore

// Crockford's base 32 in lower case: no i, l, o, u, and it sorts like the number it spells.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const timeCharacters = 10; // 50 bits, of which 48 hold milliseconds since 1970
const randomCharacters = 16; // 80 bits
const pool = Buffer.alloc(4096);
let poolOffset = pool.length;

function spellTime(milliseconds: number): string {
  let rest = milliseconds;
  let text = '';
  for (let i = 0; i < timeCharacters; i += 1) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function spellRandom(): string {
  if (poolOffset + randomCharacters > pool.length) {
    randomFillSync(pool);
    poolOffset = 0;
  }
  let text = '';
  for (let i = 0; i < randomCharacters; i += 1) text += alphabet.charAt((pool[poolOffset++] as number) & 31);
  return text;
}

/**
 * A new identifier such as `app_01k2…`: prefix, 10 characters of real time in milliseconds, 16 random
 * characters (80 bits). Later ids sort after earlier ones to the millisecond.
 */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${spellTime(Date.now())}${spellRandom()}`;
}

/** The smallest identifier that can have been made at `milliseconds` since 1970: a bound for ranges of ids. */
export function firstIdAt(prefix: IdPrefix, milliseconds: number): string {
  return `${prefix}_${spellTime(Math.max(0, milliseconds))}${alphabet.charAt(0).repeat(randomCharacters)}`;
}

const bodyPattern = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** Whether `value` is spelled like an identifier of that kind; says nothing of whether it exists. */
export function isId(prefix: IdPrefix, value: string): boolean {
  return value.startsWith(`${prefix}_`) && bodyPattern.test(value.slice(prefix.length + 1));
}
