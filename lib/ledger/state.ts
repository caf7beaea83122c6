// Which posting may follow which, and what each moves. Pure: the database enforces the same by constraints.

export const ledgerAccounts = ['loan_funds', 'in_flight', 'borrower_receivable'] as const;
export type LedgerAccount = (typeof ledgerAccounts)[number];

export const postingKinds = ['reserve', 'post', 'void', 'return'] as const;
export type PostingKind = (typeof postingKinds)[number];

interface Movement {
  readonly after: PostingKind | null;
  /** Credited. */
  readonly from: LedgerAccount;
  /** Debited. */
  readonly to: LedgerAccount;
}

/** For each kind, where it may come from and what it then moves. */
export const movements: Readonly<Record<PostingKind, readonly Movement[]>> = {
  reserve: [{ after: null, from: 'loan_funds', to: 'in_flight' }],
  post: [{ after: 'reserve', from: 'in_flight', to: 'borrower_receivable' }],
  void: [{ after: 'reserve', from: 'in_flight', to: 'loan_funds' }],
  return: [
    { after: 'reserve', from: 'in_flight', to: 'loan_funds' },
    { after: 'post', from: 'borrower_receivable', to: 'loan_funds' },
  ],
};

/** The movement of `kind` after `last` (null: nothing yet); undefined when it may not follow. */
export function movementAfter(last: PostingKind | null, kind: PostingKind): Movement | undefined {
  return movements[kind].find(({ after }) => after === last);
}
