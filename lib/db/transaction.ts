// One transaction, two ways to speak: Prisma's typed client and prepared statements, on one connection.
import type pg from 'pg';
import { assert } from '@/lib/core/assert';
import { ApiError } from '@/lib/core/errors';
import type { Prisma } from './generated/client';
import { clientSlots, type ClientSlot } from './pool';
import { prisma } from './prisma';

export interface Transaction {
  /** Prisma, bound to this transaction. */
  readonly prisma: Prisma.TransactionClient;
  /** The connection that holds this transaction; `statement()` uses it. */
  readonly client: pg.PoolClient;
}

export interface TransactionOptions {
  /** Aborts the transaction (rolled back, 503) when it fires before the commit. */
  readonly deadline?: AbortSignal | undefined;
}

// Beyond the request's own 20 seconds; the deadline ends it first.
const longestTransactionMs = 25_000;

/** Rejects when `deadline` fires, unless `tooLate` says that the commit is already on its way. */
function rejectAt(
  deadline: AbortSignal,
  tooLate: () => boolean,
): { promise: Promise<never>; cancel(): void } {
  let cancel = () => {};
  const promise = new Promise<never>((_, reject) => {
    const onAbort = () => {
      if (!tooLate()) reject(new ApiError('temporarily_unavailable', { retryAfterSeconds: 1 }));
    };
    deadline.addEventListener('abort', onAbort, { once: true });
    cancel = () => deadline.removeEventListener('abort', onAbort);
  });
  return { promise, cancel };
}

/**
 * Runs `work` in one read-committed transaction: committed when it resolves, rolled back when it throws.
 *
 * @throws ApiError `temporarily_unavailable` when the deadline passes before the commit; the transaction is
 *   then rolled back, however far `work` has come.
 */
export async function withTransaction<T>(
  work: (tx: Transaction) => Promise<T>,
  { deadline }: TransactionOptions = {},
): Promise<T> {
  const slot: ClientSlot = {};
  let committing = false;
  const running = clientSlots.run(slot, () =>
    prisma().$transaction(
      async (transactionClient) => {
        assert(slot.client, 'the pool told which connection the transaction is on');
        const result = await work({ prisma: transactionClient, client: slot.client });
        if (deadline?.aborted) throw new ApiError('temporarily_unavailable', { retryAfterSeconds: 1 });
        committing = true;
        return result;
      },
      { maxWait: 5_000, timeout: longestTransactionMs },
    ),
  );
  if (!deadline) return running;
  const expiry = rejectAt(deadline, () => committing);
  try {
    return await Promise.race([running, expiry.promise]);
  } finally {
    expiry.cancel();
    running.catch(() => {}); // its rollback may end after the caller was told
  }
}
