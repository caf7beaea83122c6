import type { Metadata } from 'next';
import { MessagePage } from '@/components/site/message-page';
import { SiteHeader } from '@/components/site/site-header';
import { ButtonLink } from '@/components/ui/button';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <>
      <SiteHeader />
      <MessagePage
        label="404"
        title="There is no page at this address"
        actions={
          <>
            <ButtonLink href="/docs" variant="primary">
              Open the documentation
            </ButtonLink>
            <ButtonLink href="/">Go to the start</ButtonLink>
          </>
        }
      >
        <p>
          It may have moved, or the address may be misspelt. If you followed a link from an API answer, the
          error list has every code.
        </p>
      </MessagePage>
    </>
  );
}
