// Reason codes of a hold and of a rejection, with the text that the partner reads unless the officer writes another.

export const holdReasons = {
  evidence_incomplete: 'We need more information before we can release this payment.',
  payee_query: 'We are checking the payee’s account details.',
  fraud_query: 'We are completing our checks on this payment.',
  duplicate_query: 'We are checking whether this payment was asked for twice.',
  other: 'We are looking into this payment.',
} as const;
export type HoldReason = keyof typeof holdReasons;

export const rejectReasons = {
  payee_mismatch:
    'The account is not held in the borrower’s name. Ask again with the borrower’s own account.',
  evidence_failed: 'Our checks on this payment did not pass.',
  duplicate: 'This payment was asked for twice.',
  borrower_request: 'The borrower asked us not to pay.',
  other: 'We cannot release this payment.',
} as const;
export type RejectReason = keyof typeof rejectReasons;
