// What every line of the benchmark works with.
import type { Options } from './options';
import { platformClient, startPlainNext, startProduct, startStores } from './servers';
import type { SeededClient, RunningProduct, Stores } from './servers';

export interface Bench {
  readonly options: Options;
  readonly stores: Stores;
  /** Our host. No worker runs beside it, so that no job works while something else is measured. */
  product(): Promise<RunningProduct>;
  /** The same files under plain `next start`. */
  plainNext(): Promise<RunningProduct>;
  client(): Promise<SeededClient>;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** Starts the stores; the rest starts when a line asks for it. */
export async function prepareBench(options: Options): Promise<Bench> {
  const stores = await startStores();
  const product = once(() => startProduct(stores, { settings: { WORKER: 'separate' } }));
  return {
    options,
    stores,
    product,
    plainNext: once(async () => {
      await product(); // it migrates and seeds
      return startPlainNext(stores);
    }),
    client: once(async () => {
      await product();
      return platformClient(stores);
    }),
  };
}
