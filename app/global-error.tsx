'use client';
import './globals.css';

/** The frame around every page failed. It must work without scripts, and with nothing of ours but the style sheet. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <body>
        <title>This page could not be shown · Credicorp for partners</title>
        <main id="content" className="mx-auto flex min-h-dvh max-w-prose flex-col justify-center px-6 py-16">
          <p className="font-mono text-13 text-ink-muted">Error</p>
          <h1 className="mt-2 text-28 font-semibold">This page could not be shown</h1>
          <p className="mt-3 text-16 text-ink-soft">
            Something failed on our side, not yours. Load the page again in a moment; if it stays, quote the
            id below to your integration manager.
          </p>
          {error.digest !== undefined && <p className="mt-3 font-mono text-14">{error.digest}</p>}
          <p className="mt-6">
            {/* A plain link on purpose: the router may be what failed. */}
            {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
            <a href="/" className="font-medium text-accent underline underline-offset-4">
              Go to the start
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
