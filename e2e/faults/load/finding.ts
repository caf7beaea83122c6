// What a line of the load found: a promise, its figure, and whether it held.
import type { SeededClient, RunningProduct, Stores } from '../../bench/servers';

export interface Finding {
  readonly promise: string;
  readonly figure: string;
  readonly held: boolean;
}

/** What every line works with: two processes of the product on one PostgreSQL and one Redis, the smallest honest set-up. */
export interface Load {
  readonly stores: Stores;
  readonly products: readonly [RunningProduct, RunningProduct];
  /** The seeded client that `fits`. */
  readonly client: (fits: (client: SeededClient) => boolean) => Promise<SeededClient>;
}

export const platform = ({ tier }: SeededClient) => tier === 'platform';
export const sandbox = ({ livemode }: SeededClient) => !livemode;
export const launch = ({ tier }: SeededClient) => tier === 'launch';

export const thousands = (count: number) => count.toLocaleString('en-GB');
