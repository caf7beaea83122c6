// The payer's page: who asks, how much, and where the payment stands. It shows what the provider has told us;
// nothing in the address or the browser can make it say "paid".
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BankChoice } from '@/components/hosted/bank-choice';
import { HostedShell } from '@/components/hosted/hosted-shell';
import { Outcome } from '@/components/hosted/outcome';
import { PaymentSummary } from '@/components/hosted/payment-summary';
import { RefreshWhileWaiting } from '@/components/hosted/refresh-while-waiting';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { formatPence } from '@/lib/core/money';
import { viewForPayer } from '@/lib/payment-links';
import { forPeople, standingOf } from './standing';

export const metadata: Metadata = {
  title: 'Pay by bank',
  description: 'Pay from your own bank account.',
  robots: { index: false, follow: false },
  referrer: 'same-origin', // the address is the key to this page
};

const notices: Readonly<Record<string, string>> = {
  'bank-silent': 'Your bank does not answer just now. Nothing was paid. Try to continue in a minute.',
  'choose-bank': 'Choose one of the banks below to continue.',
};

interface PayPageProps {
  readonly params: Promise<{ token: string }>;
  readonly searchParams: Promise<{ notice?: string | string[] }>;
}

export default async function PayPage({ params, searchParams }: PayPageProps) {
  const { token } = await params;
  const view = await viewForPayer(token);
  if (!view) notFound();
  const { notice } = await searchParams;
  const noticeText =
    typeof notice === 'string' && Object.hasOwn(notices, notice) ? notices[notice] : undefined;
  const amount = formatPence(view.amountPence);
  const standing = standingOf(view);
  const facts = [
    { name: 'Reference', value: view.reference },
    ...(view.description === null ? [] : [{ name: 'For', value: view.description }]),
    ...(view.payerName === null ? [] : [{ name: 'Asked of', value: view.payerName }]),
    ...(view.payable
      ? [{ name: 'Pay until', value: forPeople(view.expiresAt), iso: view.expiresAt.toISOString() }]
      : []),
  ];
  const isWaiting = view.status === 'authorising' || view.status === 'succeeded';
  return (
    <HostedShell livemode={view.livemode}>
      <h1 className="mb-6 font-display text-28 font-semibold tracking-[-0.01em] text-balance">
        {view.payeeName} asks you for a payment
      </h1>
      {standing && (
        <Outcome kind={standing.kind} title={standing.title}>
          <p>{standing.text}</p>
        </Outcome>
      )}
      {noticeText !== undefined && (
        <p
          role="alert"
          className="mb-6 rounded-surface border border-caution/30 bg-caution-soft p-4 text-ink"
        >
          {noticeText}
        </p>
      )}
      <PaymentSummary payee={view.payeeName} amount={amount} facts={facts} />
      {view.payable && view.banks.length > 0 && (
        <BankChoice token={token} amount={amount} banks={view.banks} />
      )}
      {view.payable && view.banks.length === 0 && (
        <p className="mt-6 text-16 text-ink-soft">
          Payments by bank cannot be taken just now. Try again later.
        </p>
      )}
      {view.currentBank && (
        <form method="post" action="/api/pay/start" className="mt-6">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="bank" value={view.currentBank.id} />
          <Button type="submit" className="h-12 w-full text-16">
            Continue at {view.currentBank.name}
          </Button>
        </form>
      )}
      {isWaiting && (
        <>
          <RefreshWhileWaiting />
          <noscript>
            <p className="mt-4">
              <a href={`/pay/${token}`} className="text-accent underline underline-offset-3">
                Check again
              </a>
            </p>
          </noscript>
        </>
      )}
      {view.returnUrl !== null && (
        <p className="mt-6">
          <TextLink href={view.returnUrl} rel="noreferrer" prefetch={false}>
            Return to {new URL(view.returnUrl).hostname}
          </TextLink>
        </p>
      )}
    </HostedShell>
  );
}
