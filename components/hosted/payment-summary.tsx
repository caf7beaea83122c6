interface PaymentSummaryProps {
  readonly payee: string;
  /** For people: `£125.00`. */
  readonly amount: string;
  readonly facts: readonly { readonly name: string; readonly value: string; readonly iso?: string }[];
}

/** Who asks, for how much, and what the statement will say: everything to read before paying. */
export function PaymentSummary({ payee, amount, facts }: PaymentSummaryProps) {
  return (
    <section aria-label="What is to be paid" className="rounded-surface border border-line bg-surface">
      <div className="border-b border-line px-5 py-6">
        <p className="text-14 text-ink-muted">To {payee}</p>
        <p className="numeric mt-1 font-display text-40 font-semibold tracking-[-0.015em] text-ink">
          {amount}
        </p>
      </div>
      <dl className="divide-y divide-line px-5">
        {facts.map(({ name, value, iso }) => (
          <div key={name} className="flex items-baseline justify-between gap-6 py-3">
            <dt className="shrink-0 text-ink-muted">{name}</dt>
            <dd className="min-w-0 text-right font-medium wrap-anywhere text-ink">
              {iso === undefined ? (
                value
              ) : (
                <time dateTime={iso} title={iso}>
                  {value}
                </time>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
