import type { Metadata } from 'next';
import { SiteHeader } from '@/components/site/site-header';
import { listDevelopmentMails } from '@/lib/mail';
import { requireDevelopment } from '../require-development';

export const metadata: Metadata = { title: 'Mail', robots: { index: false } };

const linkPattern = /https?:\/\/\S+/;

/** Mail that development does not send. */
export default async function MailPage() {
  await requireDevelopment();
  const mails = await listDevelopmentMails();
  return (
    <>
      <SiteHeader />
      <main id="content" className="mx-auto max-w-page px-4 py-8 sm:px-6">
        <h1 className="font-display text-28 font-semibold">Mail</h1>
        <p className="mt-2 text-14 text-ink-muted">
          Development sends no mail; what would have gone out stands here, latest first.
        </p>
        {mails.length === 0 && <p className="mt-6">Nothing yet. Sign up, and the code appears here.</p>}
        <ol className="mt-6 space-y-4">
          {mails.map(({ id, recipient, subject, text, createdAt }) => {
            const link = linkPattern.exec(text)?.[0];
            return (
              <li key={id} className="rounded-lg border border-line p-4">
                <h2 className="font-semibold">{subject}</h2>
                <p className="text-14 text-ink-muted">
                  To {recipient}, <time dateTime={createdAt.toISOString()}>{createdAt.toISOString()}</time>
                </p>
                <pre className="mt-3 font-sans text-14 break-words whitespace-pre-wrap">{text}</pre>
                {link && (
                  <a className="mt-2 inline-block underline" href={link}>
                    Open the link
                  </a>
                )}
              </li>
            );
          })}
        </ol>
      </main>
    </>
  );
}
