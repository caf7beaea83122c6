import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';
import { Money } from '@/components/ui/money';
import type { PassportForStaff } from '@/lib/ops';
import { cardsOf, factorWords, faultWords } from './words';

type Passport = PassportForStaff['passport'];
type Names = PassportForStaff['names'];

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-5 break-inside-avoid print:mt-2.5">
      <h2 className="border-b border-line-control pb-1 font-display text-16 font-semibold print:pb-0.5 print:text-12">
        {title}
      </h2>
      {children}
    </section>
  );
}

const cell = 'py-1.25 pr-3 text-left align-top print:py-0.5';

function Table({
  caption,
  head,
  children,
}: {
  caption: string;
  head: readonly string[];
  children: ReactNode;
}) {
  return (
    <div className="overflow-x-auto print:overflow-visible" tabIndex={0} role="region" aria-label={caption}>
      <table className="w-full text-13 print:text-[8pt] print:leading-[1.3]">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-ink-muted">
            {head.map((name) => (
              <th key={name} scope="col" className={`${cell} font-medium`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </div>
  );
}

function Officers({ approvals, names }: Pick<Passport, 'approvals'> & { names: Names }) {
  const officers = [
    ['First officer, approved', approvals.approve],
    ['Second officer, released', approvals.release],
  ] as const;
  return (
    <Part title="Two people">
      <Table caption="Officers" head={['Act', 'Who', 'When', 'Factor', 'Signature (Ed25519)']}>
        {officers.map(([act, signed]) => (
          <tr key={act}>
            <th scope="row" className={`${cell} font-medium`}>
              {act}
            </th>
            {signed === null ? (
              <td className={cell} colSpan={4}>
                No record
              </td>
            ) : (
              <>
                <td className={cell}>{names[signed.record.person_id] ?? signed.record.person_id}</td>
                <td className={cell}>
                  <DateTime at={signed.record.at} />
                </td>
                <td className={cell}>{factorWords[signed.record.factor] ?? signed.record.factor}</td>
                <td className={`${cell} font-mono text-12 break-all print:text-[6.5pt]`}>
                  {signed.signature}
                </td>
              </>
            )}
          </tr>
        ))}
      </Table>
    </Part>
  );
}

function Seen({ snapshot }: Pick<Passport, 'snapshot'>) {
  return (
    <Part title="What both saw">
      <Table caption="Evidence" head={['Evidence', 'Source', 'As of', 'Verdict', 'Facts']}>
        {cardsOf(snapshot).map(({ name, source, at, verdict, facts }) => (
          <tr key={name}>
            <th scope="row" className={`${cell} font-medium`}>
              {name}
            </th>
            <td className={cell}>{source}</td>
            <td className={cell}>{at === null ? '–' : <DateTime at={at} />}</td>
            <td className={cell}>{verdict}</td>
            <td className={`${cell} min-w-64 wrap-anywhere text-ink-soft`}>{facts}</td>
          </tr>
        ))}
      </Table>
    </Part>
  );
}

function Bank({ bank }: Pick<Passport, 'bank'>) {
  return (
    <Part title="The bank">
      {bank === null ? (
        <p className="py-1.5 text-13">The payer has not taken it yet.</p>
      ) : (
        <Table caption="Bank" head={['Reference', 'Rail', 'State', 'Answer', 'Sent', 'Ended']}>
          <tr>
            <th scope="row" className={`${cell} font-mono text-12 font-medium print:text-[7.5pt]`}>
              {bank.reference}
            </th>
            <td className={cell}>{bank.rail}</td>
            <td className={cell}>{bank.state}</td>
            <td className={cell}>{bank.answer ?? '–'}</td>
            <td className={cell}>{bank.sent_at === null ? '–' : <DateTime at={bank.sent_at} />}</td>
            <td className={cell}>{bank.concluded_at === null ? '–' : <DateTime at={bank.concluded_at} />}</td>
          </tr>
        </Table>
      )}
    </Part>
  );
}

function Trail({
  audit,
  names,
  phrases,
}: Pick<Passport, 'audit'> & Pick<PassportForStaff, 'names' | 'phrases'>) {
  return (
    <Part title="Audit trail">
      <Table caption="Audit entries" head={['Link', 'When', 'Who', 'Did', 'Hash']}>
        {audit.map(({ sequence, hash, entry, entryId }) => (
          <tr key={entryId}>
            <th scope="row" className={`${cell} numeric font-medium`}>
              {sequence}
            </th>
            <td className={cell}>{entry === null ? 'gone' : <DateTime at={entry.createdAt} />}</td>
            <td className={cell}>{entry === null ? '–' : (names[entry.actorId] ?? entry.actorId)}</td>
            <td className={cell}>{entry === null ? '–' : (phrases[entry.act] ?? entry.act)}</td>
            <td className={`${cell} font-mono text-12 print:text-[6.5pt]`} title={hash}>
              {hash.slice(0, 24)}…
            </td>
          </tr>
        ))}
      </Table>
    </Part>
  );
}

function Hashes({ passport }: { passport: Passport }) {
  const { disbursement, approvals } = passport;
  const items = [
    ['Evidence, SHA-256', disbursement.snapshot_sha256],
    ['Payee, keyed SHA-256', disbursement.payee_sha256],
    ['Public key', approvals.release?.public_key ?? approvals.approve?.public_key ?? '–'],
  ] as const;
  return (
    <Part title="Hashes and key">
      <dl className="divide-y divide-line text-13 print:text-[8pt]">
        {items.map(([name, value]) => (
          <div key={name} className="grid gap-x-4 py-1.25 sm:grid-cols-[11rem_minmax(0,1fr)] print:py-0.5">
            <dt className="text-ink-muted">{name}</dt>
            <dd className="font-mono text-12 break-all print:text-[7pt]">{value}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

function State({ faults, checkedAt }: { faults: PassportForStaff['faults']; checkedAt: string }) {
  const holds = faults.length === 0;
  const Icon = holds ? ShieldCheck : ShieldAlert;
  return (
    <div
      className={`mt-4 flex gap-3 rounded-surface border p-3 print:mt-2 print:p-2 print:text-[8pt] ${holds ? 'border-accent/25 bg-accent-soft' : 'border-danger/30 bg-danger-soft'}`}
    >
      <Icon aria-hidden className={`mt-0.5 size-4.5 shrink-0 ${holds ? 'text-accent' : 'text-danger'}`} />
      <div>
        <p className="font-semibold">
          {holds ? 'Verified: this passport holds' : 'This passport does not hold'}
        </p>
        {holds ? (
          <p className="text-ink-soft">
            Two different people, genuine signatures, the very evidence and its audit entries; checked on{' '}
            <DateTime at={checkedAt} />.
          </p>
        ) : (
          <ul className="list-disc pl-5">
            {faults.map((fault) => (
              <li key={fault}>{faultWords(fault)}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** One release on one A4 page: what was seen, by whom, with which factor, and what the bank said. */
export function PassportPage({ shown }: { shown: PassportForStaff }) {
  const { passport, faults, names, phrases, checked_at: checkedAt } = shown;
  const { disbursement } = passport;
  return (
    <article className="mx-auto max-w-[52rem] rounded-surface border border-line bg-surface p-5 sm:p-8 print:max-w-none print:border-0 print:p-0">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <p className="text-13 text-ink-muted print:text-[8pt]">
            Credicorp · release passport · {disbursement.livemode ? 'live' : 'sandbox'}
          </p>
          <h1 className="font-display text-28 font-semibold print:text-20">
            <Money pence={disbursement.amount_pence} /> released
          </h1>
          <p className="font-mono text-12 wrap-anywhere text-ink-soft">{disbursement.id}</p>
        </div>
        <p className="text-right text-13 print:text-[8pt]">
          <span className="text-ink-muted">Status</span>
          <br />
          <span className="font-semibold">{disbursement.status}</span>
        </p>
      </header>
      <State faults={faults} checkedAt={checkedAt} />
      <Officers approvals={passport.approvals} names={names} />
      <Seen snapshot={passport.snapshot} />
      <Bank bank={passport.bank} />
      <Hashes passport={passport} />
      <Trail audit={passport.audit} names={names} phrases={phrases} />
    </article>
  );
}
