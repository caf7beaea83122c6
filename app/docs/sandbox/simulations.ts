// What decides about people in the sandbox, and the routes that play the other side (contract §10).

export const sandboxSurnames: readonly { readonly surname: string; readonly outcome: string }[] = [
  { surname: 'Pass', outcome: 'passed' },
  { surname: 'Fail', outcome: 'failed: the address does not match' },
  { surname: 'Review', outcome: 'needs_review' },
  { surname: 'Sanctioned', outcome: 'failed: on a sanctions list' },
  { surname: 'Slow', outcome: 'pending for 30 seconds, then passed' },
  { surname: 'any other', outcome: 'passed' },
];

export const simulations: readonly { readonly path: string; readonly does: string }[] = [
  {
    path: 'payments/links/{id}/authorise',
    does: 'The payer approves at his bank. The money arrives two seconds later.',
  },
  { path: 'payments/links/{id}/settle', does: 'The money arrives; works on an open link too.' },
  {
    path: 'payments/links/{id}/fail',
    does: 'The bank refuses for lack of money; after the payment, the payer disputes it.',
  },
  { path: 'identity/checks/{id}/pass', does: 'A pending or referred check passes.' },
  { path: 'identity/checks/{id}/fail', does: 'A pending or referred check fails.' },
  { path: 'identity/checks/{id}/review', does: 'A pending check is left to a reviewer.' },
  {
    path: 'decisions/{id}/resolve',
    does: 'The final outcome now, whatever it waits for. Takes the application’s id too.',
  },
  {
    path: 'disbursements/{id}/release',
    does: 'Two officers release it and the bank is told: `sent`, unless the payee’s account forces something else.',
  },
  {
    path: 'disbursements/{id}/settle',
    does: 'The money arrives; works on a request nobody has looked at too.',
  },
  { path: 'disbursements/{id}/return', does: 'The bank sends the money back, before or after it arrived.' },
  { path: 'clock/advance', does: 'Moves business time ahead; any token may.' },
];
