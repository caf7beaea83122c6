import { Button } from '@/components/ui/button';
import { PlainField } from './plain-field';

interface DetailsFormProps {
  readonly token: string;
  readonly firstName: string;
  readonly email: string;
  /** Names of the fields that could not be taken. */
  readonly wrong: readonly string[];
}

/** Who applies. A plain form: it works before, and without, any script. */
export function DetailsForm({ token, firstName, email, wrong }: DetailsFormProps) {
  return (
    <form method="post" action="/api/apply/details" className="mt-8">
      <input type="hidden" name="token" value={token} />
      <h2 className="text-16 font-semibold text-ink">Your details</h2>
      <p className="mt-1 text-ink-muted">We write to you about this application, and about nothing else.</p>
      <div className="mt-4 grid gap-5">
        <PlainField
          label="First name"
          name="first_name"
          autoComplete="given-name"
          required
          maxLength={100}
          defaultValue={firstName}
          error={wrong.includes('first_name') ? 'Enter your first name.' : undefined}
        />
        <PlainField
          label="Work e-mail"
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          required
          maxLength={254}
          defaultValue={email}
          error={wrong.includes('email') ? 'Enter an e-mail address, such as ada@example.com.' : undefined}
        />
      </div>
      <Button type="submit" variant="primary" className="mt-6 h-12 w-full text-16">
        Review the application
      </Button>
    </form>
  );
}
