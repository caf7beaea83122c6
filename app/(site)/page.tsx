import { ButtonLink } from '@/components/ui/button';

export default function LandingPage() {
  return (
    <div className="mx-auto max-w-page px-4 py-20 sm:px-6">
      <h1 className="max-w-[18ch] font-display text-40 font-semibold tracking-[-0.02em] text-balance">
        Business loans, decided by an API, released by people
      </h1>
      <div className="mt-8 flex gap-2">
        <ButtonLink href="/docs/quickstart" variant="primary">
          Get sandbox keys
        </ButtonLink>
      </div>
    </div>
  );
}
