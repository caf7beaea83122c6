// Where a payment stands, in words.
import type { OutcomeKind } from '@/components/hosted/outcome';
import { formatPence } from '@/lib/core/money';
import type { PayerView } from '@/lib/payment-links';

interface Standing {
  readonly kind: OutcomeKind;
  readonly title: string;
  readonly text: string;
}

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
const times = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' });

/** UK time: `22 November 2026 at 17:40`. */
export function forPeople(instant: Date): string {
  return `${days.format(instant)} at ${times.format(instant)}`;
}

function failure(view: PayerView): Standing {
  switch (view.failureCode) {
    case 'disputed_by_customer':
      return { kind: 'withdrawn', title: 'This payment was disputed', text: `The money was called back. Speak to ${view.payeeName} about what is still to be paid.` }; // prettier-ignore
    case 'insufficient_funds':
      return { kind: 'refused', title: 'Your bank refused the payment: not enough money', text: 'Nothing was paid. You can try again, with another bank if you like.' }; // prettier-ignore
    default:
      return { kind: 'refused', title: 'The payment did not go through', text: 'Nothing was paid, or it will be sent back. You can try again.' }; // prettier-ignore
  }
}

/** What there is to say before the payer acts; undefined for a fresh link. */
export function standingOf(view: PayerView): Standing | undefined {
  const { payeeName } = view;
  switch (view.status) {
    case 'open':
      return undefined;
    case 'authorising':
      return { kind: 'waiting', title: 'Waiting for your bank', text: 'Approve the payment there. As soon as your bank has told us, this page says so. If you left your bank, you can continue below; after 15 minutes you can start again.' }; // prettier-ignore
    case 'succeeded':
      return { kind: 'paid', title: 'Your bank accepted the payment', text: 'The money is on its way. You need not do anything more, and you can close this page.' }; // prettier-ignore
    case 'settled':
      return { kind: 'paid', title: `Paid: ${formatPence(view.amountPence)}`, text: `${payeeName} has your money. Your statement shows the reference ${view.reference}.` }; // prettier-ignore
    case 'failed':
      return failure(view);
    case 'cancelled':
      return { kind: 'withdrawn', title: 'This request was withdrawn', text: `${payeeName} no longer asks for this payment. There is nothing to pay here.` }; // prettier-ignore
    case 'expired':
      return { kind: 'over', title: 'This link has expired', text: `It could be paid until ${forPeople(view.expiresAt)}. Ask ${payeeName} for a new one.` }; // prettier-ignore
  }
}
