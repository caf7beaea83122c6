// Which entries are sealed in the transaction of their act, and which a job seals within a minute (ADR 0012).

// Acts about money and about who may move it. They are rare, and in one stream at a time they follow each other anyway.
const families = [
  'disbursement.',
  'bank_instruction.',
  'money_out.',
  'payee.',
  'reconciliation.',
  'staff.',
  'limits.',
  'stop.',
  'audit.',
];

/** Whether entries of this act join the chain before the transaction commits. */
export function isSealedAtOnce(act: string): boolean {
  return families.some((family) => act.startsWith(family));
}
