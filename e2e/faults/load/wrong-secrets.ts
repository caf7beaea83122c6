// Token endpoint: 200 wrong secrets a second for a minute, each from another address, and the real client beside them.
import { steadyLatencies, p99 } from '../../bench/steady-load';
import { launch, thousands, type Finding, type Load } from './finding';
import { addressOf, tryToMint } from './minting';

const attack = { perSecond: 200, seconds: 60 };
const real = { perSecond: 5, seconds: 60 };
const quiet = { perSecond: 5, seconds: 15 };
const tries = 3;

export async function wrongSecrets({ products, client }: Load): Promise<Finding> {
  const victim = await client(launch);
  let [asked, succeeded, guessed, accepted] = [0, 0, 0, 0];
  const mintOnce = async () => {
    asked += 1;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const product = products[(asked + attempt) % products.length] as (typeof products)[0];
      const { status } = await tryToMint(product, victim, { address: '192.0.2.9' });
      if (status === 200) return void (succeeded += 1);
    }
  };
  const guess = async () => {
    const number = guessed++;
    const product = products[number % products.length] as (typeof products)[0];
    const { status } = await tryToMint(product, victim, { secret: `guess-${number}`, address: addressOf(number) });
    if (status === 200) accepted += 1;
  }; // prettier-ignore
  const before = p99(await steadyLatencies(mintOnce, quiet));
  [asked, succeeded] = [0, 0];
  const [during] = await Promise.all([steadyLatencies(mintOnce, real), steadyLatencies(guess, attack)]);
  const share = succeeded / asked;
  return {
    promise: 'Wrong secrets at 200/s for 60 s from other addresses: the real client succeeds ≥ 99 % within 3 tries',
    figure: `${(share * 100).toFixed(1)} % of ${asked} beside ${thousands(guessed)} guesses, of which ${accepted} were accepted; p99 ${(p99(during) / before).toFixed(2)} times that without them`,
    held: share >= 0.99 && accepted === 0,
  }; // prettier-ignore
}
