// docs/benchmarks.md: the figures of the last run. A run of some lines replaces the rows of those lines only.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem, type as systemName } from 'node:os';
import type { Figure } from './figure';
import type { Options } from './options';

const file = 'docs/benchmarks.md';
const tableHead =
  '| What | Ours | Compared with | Ratio: median (spread) | Goal | Met | Measured |\n| --- | --- | --- | --- | --- | --- | --- |';

const singleSpaced = (row: string) => row.replaceAll(/ {2,}/g, ' ');

function rowOf({ name, ours, against = '', ratio = '', goal = '', met }: Figure, day: string): string {
  const verdict = met === undefined ? '' : met ? 'yes' : '**no**';
  return singleSpaced(`| ${[name, ours, against, ratio, goal, verdict, day].join(' | ')} |`);
}

/** Rows of an earlier run by what they measure. */
function earlierRows(): Map<string, string> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return new Map();
  }
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (What|-)/.test(line))
    .map(singleSpaced); // somebody may have formatted the table
  return new Map(rows.map((row) => [row.slice(2, row.indexOf(' | ')), row]));
}

/** How busy others kept the machine before we began. */
const loadBefore = loadavg()[0] ?? 0;

function machine(): string {
  const [first] = cpus();
  const memory = (totalmem() / 1e9).toFixed(0);
  return `${cpus().length} × ${first?.model ?? 'unknown processor'}, ${memory} GB, ${systemName()}, Node ${process.versions.node}; load average before the run ${loadBefore.toFixed(1)}`;
}

export function writeReport(figures: readonly Figure[], options: Options): void {
  const day = new Date().toISOString().slice(0, 10);
  const rows = earlierRows();
  for (const figure of figures) rows.set(figure.name, rowOf(figure, day));
  const sorted = [...rows.values()].toSorted(
    (a, b) => Number(a.startsWith('| Ceiling')) - Number(b.startsWith('| Ceiling')),
  );
  writeFileSync(
    file,
    `# Benchmarks

Written by \`npm run bench\`; do not edit by hand.

Absolute figures say as much about the machine as about the code, so the goals are ratios: both sides run in one
run on one machine, take turns (A B A B …), and each pair of neighbouring turns gives one ratio. The median counts;
the spread, in brackets, is the least and the most.

Last run: ${machine()}; ${options.rounds} rounds of ${options.seconds} s, ${options.concurrency} requests in flight on both
sides. Load generator, PostgreSQL, Redis and the server share the processors; a run on a machine that is busy with other
work says little.

${tableHead}
${sorted.join('\n')}

## What falls short, and why

* **The read against Fastify.** By a CPU profile of the serving thread (\`node --cpu-prof dist/start.js\`) the peer needs three fifths
  of our time a request. Ours goes to writing to sockets (a fifth, the peer's too), to PostgreSQL's description of the row, which \`pg\`
  sends for and parses anew at each execution (a tenth; it refuses queries of one's own making on a pipelined connection), to the request log
  and its redaction (a twelfth), and to giving the lease of the slot back (a twentieth). The peer has no log, no lease and no
  revocation. Tried: one write for the questions of a turn of the event loop (kept, in groups of four), pipelined look-ups on two shared
  connections (kept).
* **Minting against oidc-provider.** A quarter is the signature, a tenth are two decisions of the limiter on Redis, which contract §4
  wants apart: the address before any client is looked up, the client once its secret was right. Tried: signatures on a thread of the
  pool (kept), no error made in advance for the request's deadline (kept); together from 0.68 to 0.83.

## How to repeat

\`\`\`sh
npm ci
npm run bench                        # everything but the growth of memory: some fifteen minutes
npm run bench -- --growth            # and 200,000 requests: some two minutes more
npm run bench -- --only read         # one line; the other rows stay as they are
npm run bench -- --rounds 9 --seconds 5 --concurrency 32
\`\`\`

It needs \`redis-server\` and nothing else: it starts an embedded PostgreSQL and a Redis of its own in temporary
directories, builds the product if its sources changed, and ends what it started. Timing never fails the command; an
answer with an unexpected status does, because a fast refusal is not a figure.

## What each line measures

* **Authenticated read of one application.** \`GET /partner/v1/applications/{id}\` with a warm token through the whole
  pipeline: verified token from the cache, revocation, one limiter decision with a concurrency lease on Redis,
  scope, one prepared read, all headers. Ours is the host that \`npm start\` runs; the other side is the very same build
  under plain \`next start\`, on the same PostgreSQL and Redis. The project is on \`platform\`, so the limiter works and
  never refuses.
* **Against peers.** The same application read by a Fastify service (verified tokens kept by their bytes, \`rate-limiter-flexible\`
  on Redis, one prepared statement) and by an Express service (\`jose\`, \`express-rate-limit\` on Redis, the same statement), both
  without revocation, leases, request ids, log or counts; minting by \`oidc-provider\` with its clients in memory. They stand in
  \`e2e/bench/peers\` with a package file of their own.
* **Limiter decisions.** \`limiter().decide\` with a concurrency lease that is given back, as the pipeline calls it,
  against the same commands sent through a bare Redis client: the script by its hash with the same keys and arguments,
  taken from Redis itself by \`MONITOR\`.
* **Minting.** \`POST /partner/v1/oauth/token\` with \`client_secret_basic\`: form parsing, the metering of the address and
  of the client, the client and its secret, and an ES256 signature. The other figure is that signature alone.
* **\`POST /applications\`.** Each request creates an application under a key of its own: validation, company look-up, the search for
  a stored answer, one transaction with audit entry, events, job and stored answer. The other side runs the statements of
  exactly that transaction, taken from PostgreSQL's log, with fresh ids and nothing else. Commits are durable on both
  sides and no worker runs.
* **Drain.** 10,000 events that are due, each on its way to one of 20 endpoints, and a worker that starts then. Every event must
  arrive; those that arrive twice are counted.
* **Backlog.** 60 \`POST /applications\` a second, each on time, for ten seconds: without anything waiting, then while 50,000 events
  are being delivered by the same process.
* **Size.** Two databases, one with 1,000 applications and one with 1,000,000 of the same project; the same requests on both.
* **Request log.** A project with a million calls in two days, one in five refused. The verb behind the console's list is
  asked for a page of fifty by each filter alone, by some together, far down, and by what matches nothing; the figure is the
  median of the slowest filter, with the statement, its rows and what was counted instead of stored.
* **Memory.** Resident size of the one process that \`npm start\` runs, with Next and the worker inside, five seconds after it
  became ready; and the heap in use after a full garbage collection while requests of many kinds pass.
* **Lighthouse.** Not part of the command, for it needs a browser and a quiet machine: \`npx lighthouse@12 <address> --preset=desktop\`
  on a running \`npm start\`, the overview with a signed-in person's cookie in \`--extra-headers\`.
* **Ceilings.** What the same load generator and the same database give when the server does nothing at all.
`,
  );
}
