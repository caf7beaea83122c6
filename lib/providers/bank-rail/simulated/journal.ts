// The simulated bank's memory: a file to which lines are appended, each on the disk before anybody hears of it. Tests
// read it as the truth about what was paid.
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { RailPayment, RailPaymentState } from '../port';

export interface JournalLine {
  readonly sequence: number;
  /** Real time, milliseconds since 1970. */
  readonly at: number;
  readonly state: RailPaymentState;
  readonly reference: string;
  readonly amount_pence: number;
  readonly sort_code: string;
  readonly account_number: string;
  readonly account_name: string;
  readonly code: string | null;
}

export type NewLine = Omit<JournalLine, 'sequence' | 'at'>;

/** The whole lines of a journal; one that a crash cut in half was never acknowledged and does not count. */
export function readJournal(file: string): JournalLine[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const lines = text.split('\n');
  lines.pop(); // what follows the last newline: nothing, or half a line
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as JournalLine);
}

export class Journal {
  readonly #file: number;
  readonly #lines: JournalLine[];
  readonly #byReference = new Map<string, JournalLine>();

  constructor(file: string) {
    mkdirSync(path.dirname(file), { recursive: true });
    this.#lines = readJournal(file);
    for (const line of this.#lines) this.#byReference.set(line.reference, line);
    this.#file = openSync(file, 'a', 0o600);
    writeSync(this.#file, this.#lines.length > 0 ? '\n' : ''); // ends half a line
  }

  append(line: NewLine): JournalLine {
    const written = { sequence: (this.#lines.at(-1)?.sequence ?? 0) + 1, at: Date.now(), ...line };
    writeSync(this.#file, `${JSON.stringify(written)}\n`);
    fsyncSync(this.#file);
    this.#lines.push(written);
    this.#byReference.set(written.reference, written);
    return written;
  }

  /** The last line about a payment. */
  find(reference: string): JournalLine | undefined {
    return this.#byReference.get(reference);
  }

  /** Payments whose last change comes after this place, in its order. */
  since(sequence: number, limit: number): JournalLine[] {
    const changed = [...this.#byReference.values()].filter((line) => line.sequence > sequence);
    return changed.sort((a, b) => a.sequence - b.sequence).slice(0, limit);
  }

  /** Payments that were taken and have not come to their end. */
  underway(): JournalLine[] {
    return [...this.#byReference.values()].filter(({ state }) => state === 'accepted');
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** A line as the bank tells of it. */
export function toRailPayment(line: JournalLine): RailPayment {
  const { reference, state, code, sequence } = line;
  return {
    reference,
    amountPence: line.amount_pence,
    sortCode: line.sort_code,
    accountNumber: line.account_number,
    state,
    code,
    sequence,
  };
}
