'use client';
import { MessagePage } from '@/components/site/message-page';
import { Button, ButtonLink } from '@/components/ui/button';

/** A page failed. The digest is in our log beside the cause, which the reader never sees. */
export default function PageError({ error }: { error: Error & { digest?: string } }) {
  return (
    <MessagePage
      label="Error"
      title="This page could not be shown"
      actions={
        <>
          <Button variant="primary" onClick={() => window.location.reload()}>
            Load the page again
          </Button>
          <ButtonLink href="/">Go to the start</ButtonLink>
        </>
      }
    >
      <p>Something failed on our side, not yours. Try again in a moment.</p>
      {error.digest !== undefined && (
        <p>
          If it stays, quote this id to your integration manager:{' '}
          <code className="text-14">{error.digest}</code>
        </p>
      )}
    </MessagePage>
  );
}
