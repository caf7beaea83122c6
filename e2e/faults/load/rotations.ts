// Token endpoint: five rotations of the signing key under load; an independent verifier looks at every token.
import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { platform, thousands, type Finding, type Load } from './finding';
import { addressOf, tryToMint } from './minting';
import { until } from './parallel';

const rotations = 5;
const betweenMs = 3_000;
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'];

export async function rotationsUnderLoad({ stores, products, client }: Load): Promise<Finding> {
  const [first] = products;
  const program = await client(platform);
  const jwksUrl = `${first.origin}/partner/v1/oauth/jwks`;
  const issuer = stores.settings['APP_URL'] as string;
  const audience = `${issuer}/partner/v1`;
  const keys = createRemoteJWKSet(new URL(jwksUrl), { cooldownDuration: 0 });
  let [minted, refused, unverified, exposed] = [0, 0, 0, 0];
  const kids = new Set<string>();
  const mintAndUse = async () => {
    const number = minted++;
    const [minter, reader] = number % 2 === 0 ? products : [products[1], products[0]];
    const { token } = await tryToMint(minter, program, { address: addressOf(number) });
    if (token === undefined) return void (refused += 1);
    await jwtVerify(token, keys, { issuer, audience }).then(
      ({ protectedHeader }) => void kids.add(String(protectedHeader.kid)),
      () => void (unverified += 1),
    );
    const headers = { authorization: `Bearer ${token}` };
    const { status } = await fetch(`${reader.origin}/partner/v1/project`, { headers });
    if (status !== 200) refused += 1;
  };
  const look = async () => {
    const { keys: published } = (await (await fetch(jwksUrl)).json()) as { keys: object[] };
    exposed += published.flatMap(Object.keys).filter((member) => privateMembers.includes(member)).length;
    await pause(100);
  };
  const over = new AbortController();
  const running = [until(over.signal, 8, mintAndUse), until(over.signal, 1, look)];
  for (let rotation = 0; rotation < rotations; rotation += 1) {
    await pause(betweenMs);
    await promisify(execFile)(process.execPath, ['dist/rotate-keys.js', '--emergency'], {
      env: stores.settings as NodeJS.ProcessEnv,
    });
  }
  await pause(betweenMs);
  over.abort();
  await Promise.all(running);
  return {
    promise: 'Five rotations under load: 0 valid tokens refused, 0 private members in the JWKS',
    figure: `${refused} of ${thousands(minted)} tokens refused, ${unverified} not verified by \`jose\`, ${exposed} private members; ${kids.size} keys signed`,
    held: refused === 0 && unverified === 0 && exposed === 0 && kids.size === rotations + 1,
  };
}
