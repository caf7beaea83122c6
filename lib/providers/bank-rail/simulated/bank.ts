// The simulated bank: takes payments, once for each reference, and ends them after a while.
import { behaviourOf, returnCode } from './behaviour';
import { Journal, toRailPayment, type JournalLine } from './journal';
import type { PaymentInstruction, RailPayment } from '../port';

export interface BankOptions {
  /** Where the book is kept. */
  readonly file: string;
  /** From a payment's acceptance to its settlement or return, milliseconds. */
  readonly settleAfterMs: number;
}

/** The bank's own no: the same reference for another payment. */
export class ReferenceTaken extends Error {}

export class SimulatedBank {
  readonly #journal: Journal;
  readonly #settleAfterMs: number;
  readonly #clock: NodeJS.Timeout;

  constructor({ file, settleAfterMs }: BankOptions) {
    this.#journal = new Journal(file);
    this.#settleAfterMs = settleAfterMs;
    this.#clock = setInterval(() => this.#endDue(), Math.min(settleAfterMs, 500)).unref();
  }

  /**
   * Takes a payment, or finds that it has been taken: `isNew` says which.
   *
   * @throws ReferenceTaken when the reference stands for another amount or account.
   */
  take(instruction: PaymentInstruction, refusal: string | null): { line: JournalLine; isNew: boolean } {
    const { reference, amountPence, payee } = instruction;
    const known = this.#journal.find(reference);
    if (known) {
      const same =
        known.amount_pence === amountPence &&
        known.account_number === payee.accountNumber &&
        known.sort_code === payee.sortCode;
      if (!same) throw new ReferenceTaken(reference);
      return { line: known, isNew: false };
    }
    const line = this.#journal.append({
      state: refusal === null ? 'accepted' : 'refused',
      reference,
      amount_pence: amountPence,
      sort_code: payee.sortCode,
      account_number: payee.accountNumber,
      account_name: payee.accountName,
      code: refusal,
    });
    return { line, isNew: true };
  }

  find(reference: string): RailPayment | null {
    const line = this.#journal.find(reference);
    return line ? toRailPayment(line) : null;
  }

  since(sequence: number): RailPayment[] {
    return this.#journal.since(sequence, 500).map(toRailPayment);
  }

  /** Settles or returns a payment now, whatever its age; false when it is not underway. */
  end(reference: string, state: 'settled' | 'returned'): boolean {
    const line = this.#journal.find(reference);
    const possible = line?.state === 'accepted' || (line?.state === 'settled' && state === 'returned');
    if (!line || !possible) return false;
    const { sequence: _sequence, at: _at, ...same } = line;
    this.#journal.append({ ...same, state, code: state === 'returned' ? returnCode : null });
    return true;
  }

  #endDue(): void {
    const due = Date.now() - this.#settleAfterMs;
    for (const line of this.#journal.underway())
      if (line.at <= due) this.end(line.reference, behaviourOf(line.account_number).end);
  }

  close(): void {
    clearInterval(this.#clock);
    this.#journal.close();
  }
}
