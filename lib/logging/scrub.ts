// Third fence: what a secret, a token or an e-mail address looks like, wherever it stands in a line.
import { censor } from './redact-fields';

const patterns: readonly (readonly [RegExp, string])[] = [
  [/([a-z]+:\/\/[^\s:@/"\\]*):[^\s@/"\\]+@/gi, `$1:${censor}@`], // password in a connection string
  [/\b(csk_(?:sbx|live)_|whsec_)[\w+/=-]+/g, `$1${censor}`],
  [/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)*/g, censor], // JWT
  [/\b(basic|bearer) +[\w+/=.~-]{6,}/gi, `$1 ${censor}`],
  [/\/(apply|pay(?:\/bank)?)\/[\w-]{8,}/g, `/$1/${censor}`], // the token of a hosted page
  [/[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/g, censor], // e-mail address
];

/** `line` without them. The replacements hold no quote and no backslash: JSON stays JSON. */
export function scrub(line: string): string {
  return patterns.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
}
