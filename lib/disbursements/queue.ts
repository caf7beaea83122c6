// The money-out queue (product §2): what waits for whom. No key and no bulk act releases money; this only reads.
import { sign, signatureMatches } from '@/lib/crypto';
import { ApiError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import { readEvidence } from './evidence';
import { flagsOf, type Flag } from './flags';
import { officerActs, type Officer, type OfficerAct } from './officers';
import { maskedPayee, openPayee } from './payee';
import { findTimedDisbursement } from './repository/disbursements';
import { findQueuePage, readUsualAmount, type QueueRow, type QueueView } from './repository/queue';
import { readOfficer } from './repository/situation';
import { refusalsOf } from './rules';
import { readSituation } from './situation';
import { approvalsOf, type DisbursementStatus, type PayeeCheck } from './state';
import { ukDay } from './uk-day';

export interface QueueItem {
  readonly id: string;
  readonly status: DisbursementStatus;
  readonly amountPence: number;
  readonly payee: ReturnType<typeof maskedPayee>;
  readonly payeeCheck: PayeeCheck;
  readonly partner: { readonly id: string; readonly name: string };
  readonly companyName: string | null;
  readonly requestedAt: Date;
  readonly flags: readonly Flag[];
  /** Of seven cards, how many pass. */
  readonly evidencePassed: number;
  readonly approvals: 0 | 1 | 2;
  /** What this person may do with it now: approve or release. */
  readonly mine: readonly OfficerAct[];
}

export interface QueuePage {
  readonly items: readonly QueueItem[];
  readonly nextCursor: string | null;
}

const pageSize = 50;
const first = 'dsb_';

const signatureOf = (view: QueueView, id: string) =>
  sign('cursor', `money-out\n${view}\n${id}`).subarray(0, 16).toString('base64url');

function afterOf(view: QueueView, cursor: string | undefined): string {
  if (cursor === undefined) return first;
  const [id = '', signature = ''] = cursor.split('.');
  if (!isId('dsb', id) || !signatureMatches(Buffer.from(signature), Buffer.from(signatureOf(view, id)))) {
    throw new ApiError('cursor_invalid', { param: 'cursor' });
  }
  return id;
}

async function toItem(row: QueueRow, officer: Officer, now: Date): Promise<QueueItem> {
  const full = await findTimedDisbursement(row.id);
  if (!full) throw new Error('A disbursement is never deleted');
  const evidence = await readEvidence(full, full.approvalRound);
  const [situation, usual] = await Promise.all([
    readSituation(full, evidence, now),
    readUsualAmount(row.partnerId),
  ]);
  return {
    id: row.id,
    status: full.status,
    amountPence: row.amountPence,
    payee: maskedPayee(openPayee(row)),
    payeeCheck: full.payeeCheck,
    partner: { id: row.partnerId, name: row.partnerName },
    companyName: row.companyName,
    requestedAt: row.createdAt,
    flags: flagsOf(full, evidence, usual?.amountPence ?? 0, now),
    evidencePassed: evidence.cards.filter(({ verdict }) => verdict === 'pass').length,
    approvals: approvalsOf(full.status),
    mine: officerActs.filter(
      (act) => (act === 'approve' || act === 'release') && refusalsOf(act, situation, officer).length === 0,
    ),
  };
}

/** Reads on until the page is full: of what waits, only what this person may act on is his. */
async function readMine(officer: Officer, after: string, now: Date, limit: number): Promise<QueueItem[]> {
  const mine: QueueItem[] = [];
  for (let from = after; mine.length < limit;) {
    const rows = await findQueuePage('needs_me', from, ukDay(now), pageSize);
    for (const row of rows) {
      const item = await toItem(row, officer, now);
      if (item.mine.length > 0 && mine.length < limit) mine.push(item);
    }
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) break;
    from = last.id;
  }
  return mine;
}

/**
 * One page of a view, oldest first.
 *
 * @throws ApiError `cursor_invalid`.
 */
export async function listMoneyOutQueue(call: {
  readonly view: QueueView;
  readonly personId: string;
  readonly cursor?: string | undefined;
}): Promise<QueuePage> {
  const { view, personId, cursor } = call;
  const now = new Date();
  const officer = await readOfficer(personId);
  const after = afterOf(view, cursor);
  const items =
    view === 'needs_me'
      ? await readMine(officer, after, now, pageSize + 1)
      : await Promise.all(
          (await findQueuePage(view, after, ukDay(now), pageSize + 1)).map((row) =>
            toItem(row, officer, now),
          ),
        );
  const shown = items.slice(0, pageSize);
  const last = shown.at(-1);
  const more = items.length > pageSize && last !== undefined;
  return { items: shown, nextCursor: more ? `${last.id}.${signatureOf(view, last.id)}` : null };
}

/** How many this person may act on now: the badge, which stops counting at `most`. */
export async function countMoneyOutForMe(personId: string, most = 100): Promise<number> {
  return (await readMine(await readOfficer(personId), first, new Date(), most)).length;
}
