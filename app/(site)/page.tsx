import { CallTabs } from '@/components/site/call-tabs';
import { Faces } from '@/components/site/faces';
import { MoneyPath } from '@/components/site/money-path';
import { TiersTable } from '@/components/docs/tiers-table';
import { ButtonLink } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { TextLink } from '@/components/ui/text-link';
import { createSample, decisionAnswer, decisionSample, mintSample, tokenAnswer } from '@/app/docs/samples';
import type { ReactNode } from 'react';
import { environment } from '@/lib/env';
import { tiers } from '@/lib/rate-limit';

export default function LandingPage() {
  const { appUrl } = environment();
  return (
    <div className="mx-auto max-w-page px-4 sm:px-6">
      <section className="grid items-center gap-x-14 gap-y-10 py-12 sm:py-16 lg:grid-cols-[minmax(0,1fr)_minmax(0,34rem)] lg:py-24">
        <div>
          <h1 className="max-w-[21ch] font-display text-28 font-semibold tracking-[-0.02em] text-balance sm:text-40">
            Business loans decided by an API and released by people
          </h1>
          <p className="mt-5 max-w-[52ch] text-16 text-ink-soft">
            Offer loans to UK limited companies inside your own product. You send an application; the lender’s
            own decision comes back in moments, priced and final. Money leaves only when two people have seen
            the evidence.
          </p>
          <div className="mt-7 flex flex-wrap gap-2.5">
            <ButtonLink href="/sign-up" variant="primary">
              Get sandbox keys
            </ButtonLink>
            <ButtonLink href="/docs/api">Read the API reference</ButtonLink>
          </div>
          <p className="mt-4 text-13 text-ink-muted">
            £1,000 to £250,000 over 3 to 60 months. The sandbox is free and moves no money.
          </p>
        </div>
        <CallTabs
          mint={
            <CallPair>
              <CodeBlock title="Mint a token" language="bash" code={mintSample(appUrl)} />
              <CodeBlock title="The token endpoint answers" language="json" code={tokenAnswer} />
            </CallPair>
          }
          apply={
            <CallPair>
              <CodeBlock title="Create an application" language="bash" code={createSample(appUrl)} />
            </CallPair>
          }
          decide={
            <CallPair>
              <CodeBlock title="Read the decision" language="bash" code={decisionSample(appUrl)} />
              <CodeBlock title="200 OK, shortened" language="json" code={decisionAnswer} />
            </CallPair>
          }
        />
      </section>

      <section aria-labelledby="path" className="border-t border-line py-14 lg:py-18">
        <SectionTitle
          id="path"
          title="From a form to funds"
          text="One application, six states, each with its event. The decision is automatic; the release is not."
        />
        <MoneyPath />
      </section>

      <section aria-labelledby="faces" className="border-t border-line py-14 lg:py-18">
        <SectionTitle
          id="faces"
          title="Three faces, one record"
          text="Programs, partners and staff look at the same rows through doors of their own."
        />
        <Faces />
      </section>

      <section aria-labelledby="tiers" className="border-t border-line py-14 lg:py-18">
        <SectionTitle
          id="tiers"
          title="Limits you can plan with"
          text="A token bucket for each project, refilled without pause. Every answer says what is left and when to come back."
        />
        <div className="mt-8">
          <TiersTable tiers={tiers} />
        </div>
        <p className="mt-4 text-ink-muted">
          How the bucket counts, with a worked example:{' '}
          <TextLink href="/docs/rate-limits">Rate limits</TextLink>.
        </p>
      </section>

      <section className="flex flex-col items-start gap-6 border-t border-line py-14 sm:flex-row sm:items-center sm:justify-between lg:py-18">
        <div>
          <h2 className="font-display text-28 font-semibold tracking-[-0.015em]">
            Your first decision is three calls away
          </h2>
          <p className="mt-2 max-w-[68ch] text-16 text-ink-soft">
            Ten sandbox companies force each outcome, from approval to a slow referral, every time.
          </p>
        </div>
        <ButtonLink href="/docs/quickstart" variant="secondary">
          Start the quickstart
        </ButtonLink>
      </section>
    </div>
  );
}

/** A call and what comes back; one height for all, so that nothing jumps when the tab changes. */
function CallPair({ children }: { children: ReactNode }) {
  return <div className="flex flex-col gap-3 sm:min-h-96">{children}</div>;
}

function SectionTitle({ id, title, text }: { id: string; title: string; text: string }) {
  return (
    <>
      <h2 id={id} className="font-display text-28 font-semibold tracking-[-0.015em] text-balance">
        {title}
      </h2>
      <p className="mt-2 max-w-[68ch] text-16 text-ink-soft">{text}</p>
    </>
  );
}
