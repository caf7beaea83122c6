'use client';
// One payment: all the evidence on the left, the decision on the right.
import { Flag as FlagIcon } from 'lucide-react';
import { Callout } from '@/components/ui/callout';
import { classNames } from '@/components/ui/class-names';
import { IdChip } from '@/components/ui/id-chip';
import { PageHeader } from '@/components/ui/page-header';
import { formatPence } from '@/lib/client/format';
import type { ShownDisbursement } from '@/lib/disbursements';
import { DecisionPanel, type ReasonTexts } from './decision-panel';
import { EvidenceCard, factValue } from './evidence-card';
import { MoneyStatus } from './money-status';
import { useDisbursement } from './use-money-out';
import { cardTitles, explainFlag, factName, flagWords, mildFlags } from './words';

function Flags({ shown }: { shown: ShownDisbursement }) {
  if (shown.flags.length === 0) return null;
  return (
    <section aria-label="Flags">
      <ul className="divide-y divide-line rounded-surface border border-line bg-surface">
        {shown.flags.map((flag) => (
          <li key={flag} className="flex gap-2.5 px-4 py-2">
            <FlagIcon
              aria-hidden
              className={classNames(
                'mt-0.5 size-4 shrink-0',
                mildFlags.has(flag) ? 'text-ink-muted' : 'text-caution',
              )}
            />
            <p className="min-w-0">
              <span className="font-medium">{flagWords[flag]}.</span>{' '}
              <span className="text-ink-soft">{explainFlag(flag, shown)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is no longer as the first officer approved it. */
function Differences({ shown: { differences, people } }: { shown: ShownDisbursement }) {
  if (differences.length === 0) return null;
  return (
    <Callout tone="danger" title="The evidence is not what was approved">
      <p>It cannot be released so: an attempt voids the approval, and somebody approves what is there now.</p>
      <ul className="space-y-1">
        {differences.map(({ card, fact, approved, now }) => (
          <li key={`${card}.${fact}`} className="text-ink">
            {cardTitles[card]}, {factName(fact).toLowerCase()}: approved as{' '}
            <s className="text-ink-muted">{factValue(fact, approved, people)}</s>, now{' '}
            <strong>{factValue(fact, now, people)}</strong>
          </li>
        ))}
      </ul>
    </Callout>
  );
}

interface DetailProps {
  readonly initial: ShownDisbursement;
  readonly reasons: ReasonTexts;
  readonly hasPasskey: boolean;
}

export function Detail({ initial, reasons, hasPasskey }: DetailProps) {
  const { data: shown, isError } = useDisbursement(initial);
  const {
    disbursement,
    payee,
    partner_name: partnerName,
    evidence,
    name_at_bank: nameAtBank,
    people,
  } = shown;
  return (
    <>
      <PageHeader
        title={`${formatPence(disbursement.amount_pence)} to ${payee.account_name}`}
        crumbs={[{ label: 'Money out', href: '/ops/disbursements' }]}
        beside={<MoneyStatus status={disbursement.status} />}
      >
        Asked for by {partnerName}
        {disbursement.reference !== null && `, reference ${disbursement.reference}`}.{' '}
        <IdChip id={disbursement.id} what="disbursement id" />
      </PageHeader>
      {isError && (
        <p role="status" className="mb-3 text-13 text-caution">
          This page could not be read again; what you see may be old. The server judges every act anew.
        </p>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-3 max-lg:order-2">
          <Differences shown={shown} />
          <Flags shown={shown} />
          <h2 className="sr-only">Evidence</h2>
          {evidence.map((card, index) => (
            <EvidenceCard
              key={card.card}
              number={index + 1}
              card={card}
              people={people}
              {...(card.card === 'payee' && {
                beside: [
                  { name: 'Account name', value: payee.account_name },
                  {
                    name: 'Account',
                    value: (
                      <span className="numeric">
                        {payee.sort_code} {payee.account_number}
                      </span>
                    ),
                  },
                  ...(nameAtBank === null ? [] : [{ name: 'Name at the bank', value: nameAtBank }]),
                ],
              })}
            />
          ))}
        </div>
        <DecisionPanel shown={shown} reasons={reasons} hasPasskey={hasPasskey} />
      </div>
    </>
  );
}
