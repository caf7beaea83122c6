// The documentation's list of pages for language models (llmstxt.org).
import { docsGroups } from '@/app/docs/navigation';
import { environment } from '@/lib/env';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  const { appUrl } = environment();
  const groups = docsGroups.map(({ title, pages }) =>
    [
      `## ${title}`,
      '',
      ...pages.map((page) => `- [${page.title}](${appUrl}${page.href}): ${page.summary}`),
    ].join('\n'),
  );
  const head = `# Credicorp partner API

> Business loans to UK limited companies: send an application, read the lender's decision, follow the money.
> OAuth 2.0 client credentials; JSON; amounts in whole pence; an Idempotency-Key with every POST.

- [OpenAPI 3.1 document](${appUrl}/partner/v1/openapi.json): every operation, field and error.`;
  return new Response(`${[head, ...groups].join('\n\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=300' },
  });
}
