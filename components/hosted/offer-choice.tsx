import { ButtonLink } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import type { Fact } from './fact-list';

export interface OfferCard {
  readonly id: string;
  readonly href: string;
  /** The monthly payment, for people: `£2,237.72`. */
  readonly monthly: string;
  readonly term: string;
  readonly facts: readonly Fact[];
  readonly schedule: readonly { readonly due: string; readonly amount: string }[];
}

/** The offers side by side, with the same lines in the same order, so that eyes can compare them. */
export function OfferChoice({ offers }: { readonly offers: readonly OfferCard[] }) {
  return (
    <ul
      className={classNames(
        'grid items-start gap-4',
        offers.length === 1 && 'max-w-lg',
        offers.length === 2 && 'sm:grid-cols-2',
        offers.length > 2 && 'sm:grid-cols-2 lg:grid-cols-3',
      )}
    >
      {offers.map(({ id, href, monthly, term, facts, schedule }) => (
        <li key={id} className="rounded-surface border border-line bg-surface p-5">
          <h2 className="text-ink-muted">{term}</h2>
          <p className="numeric mt-1 font-display text-28 font-semibold tracking-[-0.01em] text-ink">
            {monthly}
            <span className="ml-1 font-sans text-14 font-normal tracking-normal text-ink-muted">a month</span>
          </p>
          <dl className="mt-4 divide-y divide-line border-t border-line">
            {facts.map(({ name, value }) => (
              <div key={name} className="flex items-baseline justify-between gap-4 py-2.5">
                <dt className="text-ink-muted">{name}</dt>
                <dd className="numeric text-right font-medium text-ink">{value}</dd>
              </div>
            ))}
          </dl>
          <ButtonLink
            href={href}
            variant={offers.length === 1 ? 'primary' : 'secondary'}
            prefetch={false}
            className="mt-4 h-12 w-full text-16"
          >
            Choose {term}
          </ButtonLink>
          <details className="mt-3">
            <summary className="cursor-pointer rounded-[3px] py-1 text-accent">Every payment</summary>
            <ol className="numeric mt-1 divide-y divide-line text-13">
              {schedule.map(({ due, amount }) => (
                <li key={due} className="flex justify-between gap-4 py-1.5">
                  <span className="text-ink-muted">{due}</span>
                  <span className="text-ink">{amount}</span>
                </li>
              ))}
            </ol>
          </details>
        </li>
      ))}
    </ul>
  );
}
