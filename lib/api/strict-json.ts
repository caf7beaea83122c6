// JSON without guessing (contract §5): what `JSON.parse` would silently change is refused instead.

const maximumDepth = 32;
const doubleQuote = 0x22;
const backslash = 0x5c;

export class StrictJsonError extends Error {
  override readonly name = 'StrictJsonError';
}

/** The index just behind the string that starts at `start`. The text is known to be valid JSON. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit === doubleQuote) return at + 1;
    at += unit === backslash ? 2 : 1;
  }
}

function requireWellFormed(value: string): void {
  if (!value.isWellFormed()) throw new StrictJsonError('a string holds half of a surrogate pair');
  if (value.includes('\0')) throw new StrictJsonError('a string holds U+0000'); // PostgreSQL cannot keep it
}

const largestExact = 2n ** 53n;

function requireExact(literal: string): void {
  const value = Number(literal);
  // 2^53 itself is exact; its neighbour would be read as 2^53, so an integer is judged by its digits.
  const isInteger = !/[.eE]/.test(literal);
  if (isInteger && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    const digits = BigInt(literal);
    if (digits > largestExact || digits < -largestExact)
      throw new StrictJsonError('an integer is beyond 2^53');
  }
  if (!Number.isFinite(value) || Math.abs(value) > Number(largestExact)) {
    throw new StrictJsonError('a number is out of range');
  }
}

/**
 * Walks valid JSON once and throws where parsing would have lost something: duplicate members, numbers
 * that a double cannot hold, lone surrogates, too deep nesting.
 */
function requireFaithful(text: string): void {
  const openObjects: (Set<string> | null)[] = []; // null stands for an array
  let at = 0;
  while (at < text.length) {
    const character = text[at] as string;
    if (character === '{' || character === '[') {
      openObjects.push(character === '{' ? new Set() : null);
      if (openObjects.length > maximumDepth)
        throw new StrictJsonError(`more than ${maximumDepth} levels deep`);
      at += 1;
    } else if (character === '}' || character === ']') {
      openObjects.pop();
      at += 1;
    } else if (character === '"') {
      const end = endOfString(text, at);
      const value = JSON.parse(text.slice(at, end)) as string;
      requireWellFormed(value);
      at = end;
      while (at < text.length && /\s/.test(text[at] as string)) at += 1;
      if (text[at] === ':') {
        const members = openObjects[openObjects.length - 1];
        if (members?.has(value)) throw new StrictJsonError('a member stands twice');
        members?.add(value);
        // Object literals and validators lose this one without a word.
        if (value === '__proto__') throw new StrictJsonError('a member is called __proto__');
      }
    } else if (character === '-' || (character >= '0' && character <= '9')) {
      const literal = /^-?[0-9.eE+-]+/.exec(text.slice(at, at + 400))?.[0] ?? character;
      requireExact(literal);
      at += literal.length;
    } else {
      at += 1;
    }
  }
}

/**
 * Parses `bytes` as UTF-8 JSON.
 *
 * @throws StrictJsonError when they are not, or when a plain parse would change their meaning.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new StrictJsonError('not UTF-8');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new StrictJsonError('not JSON');
  }
  requireFaithful(text);
  return value;
}
