// People: 10,000 guesses at the owner's password from many addresses; the owner signs in beside them, and no answer differs
// from that for an account that does not exist.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { generateSync } from 'otplib';
import { thousands, type Finding, type Load } from './finding';
import { addressOf } from './minting';
import { inParallel } from './parallel';

const guesses = 10_000;
const together = 16;

interface Person {
  readonly email: string;
  readonly password: string;
  readonly role: string;
  readonly totp_secret: string;
}

export async function stuffing({ stores, products: [product] }: Load): Promise<Finding> {
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/credentials.js'], {
    env: stores.settings as NodeJS.ProcessEnv,
  });
  const { people } = JSON.parse(stdout) as { people: readonly Person[] };
  const owner = people.find(({ role }) => role === 'owner') as Person;
  const origin = stores.settings['APP_URL'] as string;

  const signIn = async (address: string, credentials: object) => {
    const headers = { origin, 'sec-fetch-site': 'same-origin', 'x-forwarded-for': address };
    const asked = await fetch(`${product.origin}/api/auth/csrf`, { headers });
    const { csrfToken } = (await asked.json()) as { csrfToken: string };
    const cookie = asked.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const response = await fetch(`${product.origin}/api/auth/callback/credentials`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...headers, cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ csrfToken, ...credentials }),
    });
    const text = (await response.text()).replaceAll(/req_[0-9a-z]{26}/g, 'req');
    const isIn = response.headers.getSetCookie().some((one) => one.includes('credicorp_console='));
    return { answer: `${response.status} ${text}`, isIn };
  };
  const answers = { owner: new Set<string>(), nobody: new Set<string>() };
  let guessedRight = 0;
  await inParallel(guesses, together, async (index) => {
    const who = index % 2 === 0 ? 'owner' : 'nobody';
    const email = who === 'owner' ? owner.email : `nobody.${index}@example.com`;
    const { answer, isIn } = await signIn(addressOf(index), { email, password: `wrong password ${index}` });
    answers[who].add(answer.replaceAll(email, 'e-mail'));
    if (isIn) guessedRight += 1;
  });
  const code = generateSync({ secret: owner.totp_secret });
  const { isIn } = await signIn('192.0.2.77', { email: owner.email, password: owner.password, code });
  const telling = [...answers.owner].filter((answer) => !answers.nobody.has(answer));
  return {
    promise: '10,000 stuffing attempts do not lock the owner out, and reveal no account',
    figure: `${thousands(guesses)} guesses, ${guessedRight} right; the owner ${isIn ? 'signs in' : 'is locked out'}; ${telling.length} answers that an unknown address does not get`,
    held: isIn && guessedRight === 0 && telling.length === 0,
  };
}
