// Two things compared fairly on a machine that others use too: A and B take turns, and each pair of
// neighbouring turns gives one ratio, so that a slow minute hits both.
import { series, type Series } from './statistics';

/** One turn: works for about `seconds`, returns how many times a second it was done. */
export type Turn = (seconds: number) => Promise<number>;

export interface Comparison {
  readonly ours: Series;
  readonly theirs: Series;
  /** Ours ÷ theirs, one for each pair of turns. */
  readonly ratio: Series;
}

const warmUpSeconds = 2;

/** A B A B …, after one turn of each that does not count. */
export async function interleave(
  ours: Turn,
  theirs: Turn,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<Comparison> {
  await ours(warmUpSeconds);
  await theirs(warmUpSeconds);
  const pairs: { ours: number; theirs: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    pairs.push({ ours: await ours(seconds), theirs: await theirs(seconds) });
  }
  return {
    ours: series(pairs.map((pair) => pair.ours)),
    theirs: series(pairs.map((pair) => pair.theirs)),
    ratio: series(pairs.map((pair) => pair.ours / pair.theirs)),
  };
}

/** Turns of one thing alone, after one that does not count. */
export async function repeat(
  turn: Turn,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<Series> {
  await turn(warmUpSeconds);
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) rates.push(await turn(seconds));
  return series(rates);
}
