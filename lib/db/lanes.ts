// Connections that many look-ups share. A row by its key is so short a question that waiting for a connection of
// one's own, and writing to it, costs more than the answer: measured, a shared connection with pipelining does
// twice as many a second for half the processor time.
import pg from 'pg';
import { holdWrites } from '@/lib/core/hold-writes';
import { existingSingleton, forgetSingleton, singleton } from '@/lib/core/singleton';
import { logger } from '@/lib/logging';
import { connectionSettings } from './pool';

const name = 'db.lanes';
const laneCount = 2;

// A lane that does not answer is cut, with all that wait on it: nothing on a lane may take long.
const laneTimeoutMs = 5_000;

/** One connection, made at first use and again after its loss. Questions lost with it reject. */
class Lane {
  inFlight = 0;
  #connected: pg.Client | undefined;
  #connecting: Promise<pg.Client> | undefined;

  async query<Row extends pg.QueryResultRow>(config: pg.QueryConfig): Promise<pg.QueryResult<Row>> {
    this.inFlight += 1;
    try {
      const client = this.#connected ?? (await this.#connect());
      holdWrites(client.connection.stream);
      return await client.query<Row>(config);
    } finally {
      this.inFlight -= 1;
    }
  }

  #connect(): Promise<pg.Client> {
    return (this.#connecting ??= this.#open().finally(() => (this.#connecting = undefined)));
  }

  async #open(): Promise<pg.Client> {
    const client = new pg.Client({
      ...connectionSettings(),
      application_name: 'partner-platform-lane',
      pipeline: true,
      query_timeout: laneTimeoutMs,
    });
    const forget = () => {
      if (this.#connected === client) this.#connected = undefined;
    };
    client.on('error', (error) => {
      forget();
      logger().warn({ err: error }, 'shared database connection lost');
    });
    client.on('end', forget);
    await client.connect();
    return (this.#connected = client);
  }

  async close(): Promise<void> {
    const client = this.#connected ?? (await this.#connecting?.catch(() => undefined));
    await client?.end();
  }
}

const lanes = () => singleton(name, () => Array.from({ length: laneCount }, () => new Lane()));

/** Asks on the lane with the fewest questions under way. */
export function askOnLane<Row extends pg.QueryResultRow>(
  config: pg.QueryConfig,
): Promise<pg.QueryResult<Row>> {
  const [first, ...others] = lanes() as [Lane, ...Lane[]];
  const lane = others.reduce((least, other) => (other.inFlight < least.inFlight ? other : least), first);
  return lane.query<Row>(config);
}

/** Ends the shared connections, after the answers under way. The next question would open new ones. */
export async function closeLanes(): Promise<void> {
  const open = existingSingleton(name) as Lane[] | undefined;
  forgetSingleton(name);
  await Promise.all((open ?? []).map((lane) => lane.close()));
}
