// Reads the bank's record on from where we stopped, and brings our books up to it.
import { ask, bankRail, type BankRail, type RailPayment } from '@/lib/providers';
import { raiseAlarm } from './alarm';
import { compare } from './compare';
import { conclude } from './conclude';
import { ageOf, findInstruction, readFact, wasResolved, writeFact } from './repository';
import { payerTimes, type PayerTimes } from './times';

const timeoutMs = 10_000;
const cursorOf = (rail: BankRail) => `payer_cursor_${rail.id}`;

/** Applies one payment of the bank's record. @returns false when it has to wait for its sender. */
export async function applyRailPayment(
  payment: RailPayment,
  livemode: boolean,
  times: PayerTimes = payerTimes,
): Promise<boolean> {
  const ours = await findInstruction({ bankReference: payment.reference });
  const isStale = ours?.state === 'sending' && (await ageOf(ours.id)) >= times.staleMs;
  const comparison = compare(payment, ours, isStale);
  switch (comparison.verdict) {
    case 'agrees':
      return true;
    case 'wait':
      return false;
    case 'alarm': {
      const { kind } = comparison;
      // What people have looked into and accepted is not news each time the record is read.
      if (await wasResolved(livemode, kind, payment.reference)) return true;
      const { reference, amountPence, state } = payment;
      const detail = { bank_state: state, bank_amount_pence: amountPence, our_state: ours?.state ?? null };
      const about = ours ? { disbursementId: ours.disbursementId } : {};
      await raiseAlarm({ kind, livemode, subject: reference, detail, ...about });
      return true;
    }
    case 'behind':
      for (const conclusion of comparison.conclusions)
        if (ours) await conclude(ours, conclusion, 'payer.follow');
      return true;
  }
}

/** Reads on to the end of one bank's record. @returns how many payments it looked at. */
export async function followRail(
  livemode: boolean,
  options: { readonly rail?: BankRail; readonly times?: PayerTimes; readonly signal?: AbortSignal } = {},
): Promise<number> {
  const rail = options.rail ?? bankRail(livemode);
  if (!rail) return 0;
  let cursor = Number((await readFact(cursorOf(rail))) ?? 0);
  let seen = 0;
  for (;;) {
    const after = cursor;
    const payments = await ask((signal) => rail.listSince(after, signal), {
      provider: 'bank',
      timeoutMs,
      signal: options.signal,
    });
    for (const payment of payments) {
      if (!(await applyRailPayment(payment, livemode, options.times))) return seen;
      cursor = payment.sequence;
      await writeFact(cursorOf(rail), String(cursor));
      seen += 1;
    }
    if (payments.length === 0) return seen;
  }
}
