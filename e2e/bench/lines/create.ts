// A keyed write with all that belongs to it, against nothing but its SQL.
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Bench } from '../bench';
import { callsPerSecond } from '../busy-loop';
import { captureTransaction, type CapturedStatement } from '../captured-transaction';
import { atEnd } from '../closers';
import { comparisonFigure, type Figure } from '../figure';
import { requestsPerSecond } from '../http-load';
import { interleave } from '../interleave';
import { applicationBody, mint, openApplication } from '../partner-program';

const path = '/partner/v1/applications';
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
// The ids of what the transaction makes, also inside JSON.
const madeId = /\b(app|dec|evt|aud|req)_[0-9a-hjkmnp-tv-z]{26}\b/g;
const idempotencyKey = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

function randomId(prefix: string): string {
  // Time first, as real ids have it: an index fills at its end.
  const time = Date.now().toString(32).padStart(10, '0');
  const sortable = time.replace(/./g, (digit) => alphabet.charAt(parseInt(digit, 32)));
  return `${prefix}_${sortable}${[...randomBytes(16)].map((byte) => alphabet[byte & 31]).join('')}`;
}

/** The same statements with fresh ids and a fresh key, each value renewed the same way everywhere. */
function renewed(transaction: readonly CapturedStatement[]): pg.QueryConfig[] {
  const fresh = new Map<string, string>();
  const renew = (old: string, make: () => string) => {
    if (!fresh.has(old)) fresh.set(old, make());
    return fresh.get(old) as string;
  };
  return transaction.map(({ name, text, values }) => ({
    ...(name !== undefined && { name }),
    text,
    values: values.map((value) => {
      if (value === null) return null;
      if (/pg_try_advisory_xact_lock/.test(text)) return String(randomBytes(8).readBigInt64BE());
      return value
        .replace(madeId, (old, prefix: string) => renew(old, () => randomId(prefix)))
        .replace(idempotencyKey, (old) => renew(old, randomUUID));
    }),
  }));
}

async function runBare(pool: pg.Pool, transaction: readonly CapturedStatement[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const statement of renewed(transaction)) await client.query(statement);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

export async function measureCreate({ options, stores, ...bench }: Bench): Promise<Figure[]> {
  const [product, client] = [await bench.product(), await bench.client()];
  const token = await mint(product, client);
  await openApplication(product, client, token); // fills the caches that a first request fills
  const transaction = await captureTransaction(
    stores.databaseUrl,
    stores.databaseLog,
    () => openApplication(product, client, token),
    ({ text }) => /INSERT INTO (?:"public"\.)?"?applications"?/i.test(text),
  );

  const pool = new pg.Pool({
    connectionString: stores.databaseUrl,
    options: '-c role=partner_app -c timezone=UTC',
    max: options.concurrency,
  });
  atEnd(() => pool.end());
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = applicationBody(client);
  const comparison = await interleave(
    (seconds) =>
      requestsPerSecond(
        {
          origin: product.origin,
          concurrency: options.concurrency,
          requests: [
            {
              method: 'POST',
              path,
              body,
              setupRequest: (request) => ({
                ...request,
                headers: { ...headers, 'idempotency-key': randomUUID() },
              }),
            },
          ],
          expected: [201],
        },
        { seconds },
      ),
    (seconds) =>
      callsPerSecond(() => runBare(pool, transaction), { concurrency: options.concurrency, seconds }),
    options,
  );
  const statements = `the same ${transaction.length} statements between BEGIN and COMMIT through \`pg\``;
  return [comparisonFigure('`POST /applications`', comparison, statements, 0.5)];
}
