// The choice of an offer, and the agreement on the chosen one.
import { AcceptanceForm } from '@/components/hosted/acceptance-form';
import { AgreementText } from '@/components/hosted/agreement-text';
import { FactList } from '@/components/hosted/fact-list';
import { OfferChoice } from '@/components/hosted/offer-choice';
import { Callout } from '@/components/ui/callout';
import { TextLink } from '@/components/ui/text-link';
import type { ApplicantView, OfferToAccept } from '@/lib/applications';
import { formatPence } from '@/lib/core/money';
import { conditionSentences } from './standing';

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
const times = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' });
export const forPeople = (instant: Date) => `${days.format(instant)} at ${times.format(instant)}`;

const monthlyOf = ({ schedule }: OfferToAccept) => formatPence(schedule[0]?.amount_pence ?? 0);

export function factsOf(offer: OfferToAccept) {
  return [
    { name: 'You borrow', value: formatPence(offer.amount_pence) },
    { name: 'Rate a year', value: `${offer.yearly_rate_percent} %` },
    { name: 'Interest', value: formatPence(offer.interest_pence) },
    { name: 'Arrangement fee', value: formatPence(offer.fee_pence) },
    { name: 'Total cost', value: formatPence(offer.total_cost_pence) },
    { name: 'You repay in all', value: formatPence(offer.total_payable_pence) },
  ];
}

export function Offers({ token, view }: { readonly token: string; readonly view: ApplicantView }) {
  const { offers, conditions } = view;
  const until = offers[0] && new Date(offers[0].expires_at);
  return (
    <>
      {offers[0] && offers[0].amount_pence < view.amountPence && (
        <p className="mb-6 text-16 text-ink-soft">
          You asked for {formatPence(view.amountPence)}. From what we know, we can lend the company{' '}
          {formatPence(offers[0].amount_pence)}.
        </p>
      )}
      {conditions.length > 0 && (
        <div className="mb-6">
          <Callout title="With the offer we ask for this">
            {conditions.map((condition) => (
              <p key={condition}>{conditionSentences[condition]}</p>
            ))}
          </Callout>
        </div>
      )}
      <OfferChoice
        offers={offers.map((offer) => ({
          id: offer.id,
          href: `/apply/${token}?offer=${offer.id}`,
          monthly: monthlyOf(offer),
          term: `${offer.term_months} months`,
          facts: factsOf(offer),
          schedule: offer.schedule.map(({ due, amount_pence: pence }) => ({
            due: days.format(new Date(due)),
            amount: formatPence(pence),
          })),
        }))}
      />
      {until && (
        <p className="mt-6 text-ink-muted">
          {offers.length === 1 ? 'The offer stands' : 'The offers stand'} until{' '}
          <time dateTime={until.toISOString()} title={until.toISOString()}>
            {forPeople(until)}
          </time>
          . Choosing one binds you to nothing yet.
        </p>
      )}
    </>
  );
}

interface AgreementStepProps {
  readonly token: string;
  readonly view: ApplicantView;
  readonly offer: OfferToAccept;
  readonly draft: Readonly<Record<string, string>>;
  readonly wrong: readonly string[];
}

export function AgreementStep({ token, view, offer, draft, wrong }: AgreementStepProps) {
  return (
    <>
      <FactList
        label={`${monthlyOf(offer)} a month for ${offer.term_months} months`}
        facts={factsOf(offer)}
        {...(view.offers.length > 1 && {
          action: (
            <TextLink href={`/apply/${token}`} prefetch={false}>
              Other offers
            </TextLink>
          ),
        })}
      />
      <div className="mt-6">
        <AgreementText text={offer.terms} sha256={offer.termsSha256} />
      </div>
      <AcceptanceForm
        token={token}
        offerId={offer.id}
        termsSha256={offer.termsSha256}
        company={view.companyName ?? `company ${view.companyNumber}`}
        amount={formatPence(offer.amount_pence)}
        name={draft['name'] ?? ''}
        email={draft['email'] ?? view.email ?? ''}
        wrong={wrong}
      />
    </>
  );
}
