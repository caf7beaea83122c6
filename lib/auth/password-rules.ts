// Which passwords we take (product: Sign-up; NIST SP 800-63B §3.1.1): length alone, any characters, none that
// everybody tries first. Nothing is trimmed.
import { z } from 'zod';
import { coded, fieldError } from '@/lib/core/field-errors';

const leastCharacters = 15;
const leastWithSecondFactor = 8;
const mostCharacters = 256;

/** The words that long common passwords are made of: repeated, counted, or walked along the keyboard. */
const commonParts = [
  'password', 'passwort', 'passw0rd', 'letmein', 'welcome', 'iloveyou', 'qwertyuiop', 'qwerty', 'asdfghjkl',
  'asdfgh', 'zxcvbnm', '1q2w3e4r5t', '1q2w3e4r', '1qaz2wsx', 'abcdefgh', 'abc123', 'monkey', 'dragon', 'football',
  'baseball', 'sunshine', 'princess', 'superman', 'trustno1', 'liverpool', 'arsenal', 'chelsea', 'charlie',
  'credicorp', 'partner', 'admin', 'administrator', 'secret', 'changeme', 'default', 'test', 'correcthorsebatterystaple',
  'thequickbrownfox', 'jumpsoverthelazydog', 'nevergonnagiveyouup', 'maytheforcebewithyou',
]; // prettier-ignore

/** Nothing is left once common words, digits in order and repetitions are taken out. */
function isCommon(password: string): boolean {
  let rest = password.toLowerCase().replaceAll(/[\s._!@#$%^&*-]/g, '');
  for (const part of commonParts) rest = rest.replaceAll(part, '');
  rest = rest.replaceAll(/0?123456789?0?|987654321|12345|(19|20)\d\d/g, '');
  return new Set(rest).size < 4;
}

/** A password that somebody chooses. Its least length depends on the second factor: `requireGoodPassword`. */
export const newPasswordSchema = z
  .string()
  .max(mostCharacters, coded('invalid_value', `A password has at most ${mostCharacters} characters.`));

/** @throws ApiError naming the field `password`. Characters are counted as people see them. */
export function requireGoodPassword(
  password: string,
  context: { readonly hasSecondFactor: boolean; readonly email: string },
): void {
  const least = context.hasSecondFactor ? leastWithSecondFactor : leastCharacters;
  if (Array.from(password).length < least) {
    throw fieldError(
      'invalid_value',
      'password',
      `Choose ${least} characters or more. A few words are easy to remember.`,
    );
  }
  const [mailbox = ''] = context.email.split('@');
  if (
    isCommon(password) ||
    (mailbox.length > 3 && isCommon(password.toLowerCase().replaceAll(mailbox.toLowerCase(), '')))
  ) {
    throw fieldError(
      'invalid_value',
      'password',
      'This password is among the first that anybody would try. Choose another.',
    );
  }
}
