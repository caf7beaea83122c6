// The simulated bank's own page: where a real one would ask its customer to sign in and approve.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FlaskConical } from 'lucide-react';
import { PaymentSummary } from '@/components/hosted/payment-summary';
import { Button, ButtonLink } from '@/components/ui/button';
import { formatPence } from '@/lib/core/money';
import { findSimulatedBankPayment } from '@/lib/providers';

export const metadata: Metadata = {
  title: { absolute: 'Approve a payment' },
  robots: { index: false, follow: false },
  referrer: 'same-origin',
};

export default async function SimulatedBankPage({
  params,
}: {
  readonly params: Promise<{ session: string }>;
}) {
  const { session } = await params;
  const payment = await findSimulatedBankPayment(session);
  if (!payment) notFound();
  const { bankName, payeeName, amountPence, reference, returnUrl, status } = payment;
  const amount = formatPence(amountPence);
  return (
    <div className="flex min-h-dvh flex-col bg-info-soft">
      <header className="border-b border-info/25 bg-surface">
        <p className="mx-auto flex h-14 max-w-lg items-center px-4 text-16 font-semibold text-info">
          {bankName}
        </p>
      </header>
      <main id="content" className="mx-auto w-full max-w-lg flex-1 px-4 py-8 sm:py-12">
        <p className="hatch mb-6 flex items-start gap-2 rounded-surface border border-sandbox-line bg-sandbox px-4 py-3 text-sandbox-ink">
          <FlaskConical aria-hidden className="mt-0.5 size-4.5 shrink-0" />
          This bank is simulated. No money moves, whatever you press.
        </p>
        <h1 className="mb-6 font-display text-28 font-semibold tracking-[-0.01em] text-balance">
          Do you approve this payment?
        </h1>
        <PaymentSummary
          payee={payeeName}
          amount={amount}
          facts={[
            { name: 'Reference', value: reference },
            { name: 'From', value: 'Your current account' },
          ]}
        />
        {status === 'awaiting' ? (
          <form method="post" action="/api/pay/answer" className="mt-6 grid gap-3">
            <input type="hidden" name="session" value={session} />
            <Button type="submit" name="decision" value="approve" variant="primary" className="h-12 text-16">
              Approve {amount}
            </Button>
            <Button type="submit" name="decision" value="insufficient_funds" className="h-11">
              Decline: not enough money
            </Button>
            <Button type="submit" name="decision" value="technical_error" className="h-11">
              Decline: technical fault
            </Button>
            <ButtonLink href={returnUrl} variant="quiet" className="h-11" prefetch={false}>
              Leave without an answer
            </ButtonLink>
          </form>
        ) : (
          <div className="mt-6 grid gap-4">
            <p role="status" className="text-16 text-ink-soft">
              You have answered already. A second answer changes nothing.
            </p>
            <ButtonLink href={returnUrl} variant="primary" className="h-12 text-16" prefetch={false}>
              Return to the payment
            </ButtonLink>
          </div>
        )}
      </main>
    </div>
  );
}
