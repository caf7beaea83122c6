// What the limiter adds to its own script: decisions a second against the same commands sent bare.
import { Redis } from 'ioredis';
import { setTimeout as wait } from 'node:timers/promises';
import type { ProjectLimits } from '@/lib/core/limits';
import { bucketsOf, limiter, standardSubLimits, type LimitRequest } from '@/lib/rate-limit';
import { closeRedis } from '@/lib/redis';
import type { Bench } from '../bench';
import { callsPerSecond } from '../busy-loop';
import { atEnd } from '../closers';
import { comparisonFigure, type Figure } from '../figure';
import { interleave } from '../interleave';

// Never refuses, and is never full: as a busy project has it.
const plenty = { ratePerSecond: 1_000_000, burst: 10_000_000 };
const limits: ProjectLimits = {
  bucket: plenty,
  concurrent: 10_000,
  subLimits: standardSubLimits,
  tokenPlane: plenty,
};

const resourceRequest: LimitRequest = {
  subject: 'prj_00000000000000000000000000',
  buckets: bucketsOf(limits),
  concurrent: limits.concurrent,
  denySubjects: ['jti', 'sec_bench', 'cid_bench', 'prj_bench'],
};
const tokenPlaneRequest: LimitRequest = {
  subject: 'cid_bench',
  buckets: [{ policy: 'oauth.client', key: 'oauth', limit: plenty }],
};

async function decideOnce(request: LimitRequest): Promise<void> {
  const decision = await limiter().decide(request);
  if (decision.kind !== 'allowed') throw new Error(`The limiter answered ${JSON.stringify(decision)}.`);
  decision.lease?.release();
  // On a crowded machine Redis may fall silent for 50 ms. What is decided without it must not count as fast.
  if (decision.decidedBy === 'local') await wait(50);
}

/** The commands with which the limiter answers `request`, as Redis saw them. */
async function commandsOf(redisUrl: string, request: LimitRequest): Promise<string[][]> {
  await decideOnce(request); // Redis learns the script
  const watcher = new Redis(redisUrl);
  const monitor = await watcher.monitor();
  const seen: string[][] = [];
  monitor.on('monitor', (_time: string, command: string[], source: string) => {
    if (source !== 'lua') seen.push(command);
  });
  await decideOnce(request);
  await wait(100); // the lease goes back behind our back
  monitor.disconnect();
  watcher.disconnect();
  return seen.filter(([name]) => /^(evalsha|zrem)$/i.test(name ?? ''));
}

/** Sends the same commands, with a lease of its own each time. Like the limiter it waits for the script alone. */
function bareSender(client: Redis, commands: readonly string[][]): () => Promise<unknown> {
  const [script, giveBack] = commands as [string[], string[] | undefined];
  const lease = giveBack?.at(-1);
  let sent = 0;
  const own = ([name, ...args]: string[], id: string) =>
    client.call(name as string, ...args.map((argument) => (argument === lease ? id : argument)));
  return async () => {
    const id = `bare.${(sent++).toString(36)}`;
    await own(script, id);
    if (giveBack) void own(giveBack, id);
  };
}

export async function measureLimiter({ options, stores }: Bench): Promise<Figure[]> {
  Object.assign(process.env, stores.settings); // this process is a client of the limiter now
  atEnd(async () => {
    limiter().close();
    await closeRedis();
  });
  const client = new Redis(stores.redisUrl);
  atEnd(() => client.disconnect());

  const compare = async (request: LimitRequest) => {
    const bare = bareSender(client, await commandsOf(stores.redisUrl, request));
    return interleave(
      (seconds) => callsPerSecond(() => decideOnce(request), { ...options, seconds }),
      (seconds) => callsPerSecond(bare, { ...options, seconds }),
      options,
    );
  };
  return [
    comparisonFigure(
      'Limiter decisions with deny-list and lease',
      await compare(resourceRequest),
      'bare `EVALSHA` and `ZREM` of the same arguments',
      0.8,
    ),
    comparisonFigure(
      'Limiter decisions on one bucket',
      await compare(tokenPlaneRequest),
      'bare `EVALSHA` of the same arguments',
      0.8,
    ),
  ];
}
