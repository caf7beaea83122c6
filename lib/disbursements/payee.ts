// The account that money goes to: encrypted at rest, shown masked, found again by a keyed fingerprint.
import { payeeHash, type PayeeIdentity } from '@/lib/approvals';
import { decrypt, encrypt, sign } from '@/lib/crypto';

export type Payee = PayeeIdentity;

/** What the row holds of a payee. */
export interface SealedPayee {
  readonly payeeEncrypted: Buffer;
  readonly payeeAccountHint: string;
  readonly payeeHash: Buffer;
  readonly payeeFingerprint: Buffer;
}

/** @param disbursementId the row it is bound to: moved to another row it cannot be read. */
export function sealPayee(disbursementId: string, payee: Payee): SealedPayee {
  return {
    payeeEncrypted: encrypt('personal-data', JSON.stringify(payee), `${disbursementId}.payee`),
    payeeAccountHint: payee.accountNumber.slice(-4),
    payeeHash: Buffer.from(payeeHash(payee), 'hex'),
    payeeFingerprint: sign('payee-fingerprint', `${payee.sortCode}${payee.accountNumber}`),
  };
}

/** The account in full: for the confirmation service and the bank rail, nobody else. */
export function openPayee(row: { readonly id: string; readonly payeeEncrypted: Buffer }): Payee {
  return JSON.parse(
    decrypt('personal-data', row.payeeEncrypted, `${row.id}.payee`).toString('utf8'),
  ) as Payee;
}

/** As the API and every screen show it: `12-34-56`, `••••0001`. */
export function maskedPayee({ accountName, sortCode, accountNumber }: Payee) {
  return {
    account_name: accountName,
    sort_code: sortCode.replace(/^(..)(..)(..)$/, '$1-$2-$3'),
    account_number: `••••${accountNumber.slice(-4)}`,
  };
}

const nameBinding = (disbursementId: string) => `${disbursementId}.name-at-bank`;

export function sealNameAtBank(disbursementId: string, name: string): Buffer {
  return encrypt('personal-data', name, nameBinding(disbursementId));
}

/** The name that the bank holds, where its answer told it. */
export function openNameAtBank(row: { readonly id: string; readonly payeeNameAtBank: Buffer | null }) {
  return row.payeeNameAtBank && decrypt('personal-data', row.payeeNameAtBank, nameBinding(row.id)).toString('utf8'); // prettier-ignore
}
