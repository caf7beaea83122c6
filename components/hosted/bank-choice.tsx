import { Landmark } from 'lucide-react';
import { Button } from '@/components/ui/button';

interface BankChoiceProps {
  readonly token: string;
  readonly amount: string;
  readonly banks: readonly { readonly id: string; readonly name: string }[];
}

/** A plain form: it works before, and without, any script. */
export function BankChoice({ token, amount, banks }: BankChoiceProps) {
  return (
    <form method="post" action="/api/pay/start" className="mt-8">
      <input type="hidden" name="token" value={token} />
      <fieldset>
        <legend className="text-16 font-semibold text-ink">Choose your bank</legend>
        <p className="mt-1 text-ink-muted">You go there to approve {amount}, then come back here.</p>
        <div className="mt-4 grid gap-2 sm:grid-cols-2">
          {banks.map(({ id, name }) => (
            <label
              key={id}
              className="flex min-h-12 cursor-pointer items-center gap-3 rounded-surface border border-line-control bg-surface px-4 py-2 font-medium text-ink transition-colors hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            >
              <input type="radio" name="bank" value={id} required className="size-4 shrink-0 accent-accent" />
              <span className="min-w-0 flex-1">{name}</span>
              <Landmark aria-hidden className="size-4.5 shrink-0 text-ink-muted" />
            </label>
          ))}
        </div>
      </fieldset>
      <Button type="submit" variant="primary" className="mt-5 h-12 w-full text-16">
        Continue to your bank
      </Button>
    </form>
  );
}
