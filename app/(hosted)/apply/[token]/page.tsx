// The applicant's page: from his details to the agreement, and from then on where the application stands. The link is
// the key to this one application; every step is a plain form or a link, so that it works without scripts.
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { AgreementText } from '@/components/hosted/agreement-text';
import { DetailsForm } from '@/components/hosted/details-form';
import { FactList } from '@/components/hosted/fact-list';
import { HostedShell } from '@/components/hosted/hosted-shell';
import { Outcome } from '@/components/hosted/outcome';
import { RefreshWhileWaiting } from '@/components/hosted/refresh-while-waiting';
import { Steps } from '@/components/hosted/steps';
import { Button, ButtonLink } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { draftCookie, readDraft } from '@/lib/api/hosted-draft';
import { viewForApplicant, type ApplicantView } from '@/lib/applications';
import { formatPence } from '@/lib/core/money';
import { AgreementStep, forPeople, Offers } from './offers';
import { purposes, standingOf } from './standing';

export const metadata: Metadata = {
  title: 'Apply for a business loan',
  description: 'Apply for a business loan from Credicorp.',
  robots: { index: false, follow: false },
  referrer: 'same-origin', // the address is the key to this page
};

const notices: Readonly<Record<string, string>> = {
  check: 'Something is missing or cannot be right. What you typed is still there: check the marked field.',
  'terms-changed': 'The offer has changed since you opened it. Read it again before you accept.',
  'offer-expired': 'This offer has expired in the meantime. Nothing was agreed.',
  'not-now': 'This application cannot be gone on with just now. Try again later.',
};

const stepNames = ['Details', 'Review', 'Decision', 'Agreement'];

function stepOf(view: ApplicantView, reviewing: boolean, accepting: boolean): number | undefined {
  if (view.status === 'created') return reviewing ? 1 : 0;
  if (view.status === 'approved') return accepting ? 3 : 2;
  return view.status === 'submitted' || view.status === 'in_review' ? 2 : undefined;
}

function loanFacts(view: ApplicantView) {
  return [
    { name: 'Company', value: view.companyName ?? 'We look it up' },
    { name: 'Company number', value: view.companyNumber },
    { name: 'Amount', value: formatPence(view.amountPence) },
    { name: 'Term', value: `${view.termMonths} months` },
    ...(view.purpose === null ? [] : [{ name: 'For', value: purposes[view.purpose] }]),
  ];
}

function headingOf(view: ApplicantView, reviewing: boolean, accepting: boolean): string {
  const standing = standingOf(view);
  if (standing) return standing.heading;
  if (view.status === 'created') {
    return reviewing
      ? 'Is everything right?'
      : `Apply for ${formatPence(view.amountPence).replace(/\.00$/, '')}`;
  }
  if (accepting) return 'Read and accept';
  return view.offers.length > 1 ? 'Choose your offer' : 'Your offer';
}

interface ApplyPageProps {
  readonly params: Promise<{ token: string }>;
  readonly searchParams: Promise<
    Record<'step' | 'offer' | 'notice' | 'fields', string | string[] | undefined>
  >;
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

export default async function ApplyPage({ params, searchParams }: ApplyPageProps) {
  const { token } = await params;
  const view = await viewForApplicant(token);
  if (!view) notFound();
  const query = await searchParams;
  const notice = one(query.notice);
  const noticeText = Object.hasOwn(notices, notice) ? notices[notice] : undefined;
  const draft = notice === 'check' ? readDraft((await cookies()).get(draftCookie)?.value) : {};
  const wrong = notice === 'check' ? one(query.fields).split('.') : [];

  const hasDetails = view.firstName !== null && view.email !== null;
  const reviewing = view.status === 'created' && hasDetails && one(query.step) !== 'details';
  const offer = view.offers.find(({ id }) => id === one(query.offer));
  const standing = standingOf(view);
  const step = stepOf(view, reviewing, offer !== undefined);
  const isWaiting = view.status === 'submitted' || view.status === 'in_review';

  return (
    <HostedShell
      livemode={view.livemode}
      wide={view.offers.length > 1 && !offer}
      assurance="The loan is to the company. No director gives a guarantee, and applying costs nothing."
    >
      {step !== undefined && <Steps names={stepNames} current={step} />}
      <h1 className="mb-2 font-display text-28 font-semibold tracking-[-0.01em] text-balance">
        {headingOf(view, reviewing, offer !== undefined)}
      </h1>
      <p className="mb-6 text-16 text-ink-soft">
        {view.companyName ?? `Company ${view.companyNumber}`}, sent by {view.partnerName}
      </p>
      {noticeText !== undefined && (
        <p
          role="alert"
          className="mb-6 rounded-surface border border-caution/30 bg-caution-soft p-4 text-ink"
        >
          {noticeText}
        </p>
      )}
      {standing && (
        <Outcome kind={standing.kind} title={standing.title}>
          <p>{standing.text}</p>
        </Outcome>
      )}

      {view.status === 'created' && (
        <>
          <FactList label="The loan" facts={loanFacts(view)} />
          {reviewing ? (
            <Review token={token} view={view} />
          ) : (
            <DetailsForm
              token={token}
              firstName={draft['first_name'] ?? view.firstName ?? ''}
              email={draft['email'] ?? view.email ?? ''}
              wrong={wrong}
            />
          )}
        </>
      )}
      {view.status === 'approved' &&
        (offer ? (
          <AgreementStep token={token} view={view} offer={offer} draft={draft} wrong={wrong} />
        ) : (
          <Offers token={token} view={view} />
        ))}
      {standing && !view.agreement && <FactList label="The loan" facts={loanFacts(view)} />}
      {view.agreement && <Agreed agreement={view.agreement} />}

      {isWaiting && (
        <>
          <RefreshWhileWaiting />
          <noscript>
            <p className="mt-4">
              <a href={`/apply/${token}`} className="text-accent underline underline-offset-3">
                Check again
              </a>
            </p>
          </noscript>
        </>
      )}
      {view.returnUrl !== null && <Return url={view.returnUrl} isDone={view.agreement !== null} />}
    </HostedShell>
  );
}

/** Everything once more, and the press that submits it. */
function Review({ token, view }: { readonly token: string; readonly view: ApplicantView }) {
  return (
    <>
      <div className="mt-4">
        <FactList
          label="Your details"
          facts={[
            { name: 'First name', value: view.firstName },
            { name: 'E-mail', value: view.email },
          ]}
          action={
            <TextLink href={`/apply/${token}?step=details`} prefetch={false}>
              Change<span className="sr-only"> your details</span>
            </TextLink>
          }
        />
      </div>
      <form method="post" action="/api/apply/submit" className="mt-6">
        <input type="hidden" name="token" value={token} />
        <p className="text-ink-muted">
          We then ask Companies House, a credit bureau and our identity provider about the company, and
          decide.
        </p>
        <Button type="submit" variant="primary" className="mt-4 h-12 w-full text-16">
          Submit the application
        </Button>
      </form>
    </>
  );
}

function Agreed({ agreement }: { readonly agreement: NonNullable<ApplicantView['agreement']> }) {
  const { terms, text, textSha256, acceptedByName, acceptedAt } = agreement;
  return (
    <div className="grid gap-6">
      <FactList
        label="The agreement"
        facts={[
          { name: 'Amount', value: formatPence(terms.amount_pence) },
          { name: 'Term', value: `${terms.term_months} months` },
          { name: 'First payment', value: formatPence(terms.schedule[0]?.amount_pence ?? 0) },
          { name: 'In all', value: formatPence(terms.total_payable_pence) },
          { name: 'Accepted by', value: acceptedByName },
          { name: 'On', value: forPeople(acceptedAt) },
        ]}
      />
      <AgreementText text={text} sha256={textSha256} />
    </div>
  );
}

function Return({ url, isDone }: { readonly url: string; readonly isDone: boolean }) {
  const text = `Return to ${new URL(url).hostname}`;
  return (
    <p className="mt-8">
      {isDone ? (
        <ButtonLink
          href={url}
          variant="primary"
          rel="noreferrer"
          prefetch={false}
          className="h-12 w-full text-16"
        >
          {text}
        </ButtonLink>
      ) : (
        <TextLink href={url} rel="noreferrer" prefetch={false}>
          {text}
        </TextLink>
      )}
    </p>
  );
}
