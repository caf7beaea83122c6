import { Button } from '@/components/ui/button';
import { PlainField } from './plain-field';

interface AcceptanceFormProps {
  readonly token: string;
  readonly offerId: string;
  readonly termsSha256: string;
  readonly company: string;
  /** For people: `£25,000.00`. */
  readonly amount: string;
  readonly name: string;
  readonly email: string;
  readonly wrong: readonly string[];
}

/** Who accepts, and that he means it. The hash ties the press to the text above. */
export function AcceptanceForm(props: AcceptanceFormProps) {
  const { token, offerId, termsSha256, company, amount, name, email, wrong } = props;
  return (
    <form method="post" action="/api/apply/accept" className="mt-8">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="offer_id" value={offerId} />
      <input type="hidden" name="terms_sha256" value={termsSha256} />
      <h2 className="text-16 font-semibold text-ink">Accept for {company}</h2>
      <div className="mt-4 grid gap-5">
        <PlainField
          label="Your full name"
          name="name"
          autoComplete="name"
          required
          maxLength={200}
          defaultValue={name}
          error={wrong.includes('name') ? 'Enter your full name.' : undefined}
        />
        <PlainField
          label="Your e-mail"
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          required
          maxLength={254}
          defaultValue={email}
          error={wrong.includes('email') ? 'Enter an e-mail address, such as ada@example.com.' : undefined}
        />
        <label className="flex cursor-pointer items-start gap-3 rounded-surface border border-line-control bg-surface p-4 text-ink has-checked:border-accent has-checked:bg-accent-soft">
          <input
            type="checkbox"
            name="consent"
            value="yes"
            required
            {...(wrong.includes('consent') && { 'aria-invalid': true })}
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          <span>I have read the agreement, I may bind {company}, and the company accepts it.</span>
        </label>
      </div>
      <Button type="submit" variant="primary" className="mt-6 h-12 w-full text-16">
        Accept the loan of {amount}
      </Button>
    </form>
  );
}
