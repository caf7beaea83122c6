import { classNames } from '../ui/class-names';

const steps = [
  {
    state: 'created',
    who: 'Your product',
    text: 'An application with a company number, an amount and a term.',
  },
  { state: 'submitted', who: 'Your product', text: 'By API, or by the applicant on our hosted page.' },
  {
    state: 'in_review',
    who: 'The scorecard',
    text: 'Registry, bureau, affordability. In moments, without a person.',
  },
  {
    state: 'approved',
    who: 'The scorecard',
    text: 'Priced offers, open for 14 days. A decline names its reason.',
  },
  { state: 'accepted', who: 'The applicant', text: 'One offer; the agreement is frozen with its hash.' },
  { state: 'funded', who: 'Two officers', text: 'One approves the evidence, another releases the money.' },
] as const;

/** The states of an application with who moves it on. */
export function MoneyPath() {
  return (
    <ol className="mt-10 grid gap-x-6 md:grid-cols-3 md:gap-y-10 xl:grid-cols-6">
      {steps.map((step, index) => {
        const people = step.state === 'funded';
        return (
          <li key={step.state} className="relative pb-7 pl-7 md:pt-6 md:pb-0 md:pl-0">
            {index < steps.length - 1 && (
              <span
                aria-hidden
                className={classNames(
                  'absolute top-2 bottom-0 left-[4.5px] w-px bg-line',
                  'md:top-[4.5px] md:right-[-1.5rem] md:bottom-auto md:left-0 md:h-px md:w-auto',
                  index === 2 && 'md:max-xl:right-0',
                )}
              />
            )}
            <span
              aria-hidden
              className={classNames(
                'absolute top-1.5 left-0 size-2.5 rounded-full ring-4 ring-paper md:top-0',
                people ? 'bg-accent' : 'border-[1.5px] border-line-control bg-paper',
              )}
            />
            <p className="font-mono text-13 font-medium text-ink">{step.state}</p>
            <p
              className={classNames('mt-0.5 text-13', people ? 'font-medium text-accent' : 'text-ink-muted')}
            >
              {step.who}
            </p>
            <p className="mt-1.5 text-14 text-ink-soft">{step.text}</p>
          </li>
        );
      })}
    </ol>
  );
}
