import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DocsArticle } from '@/components/docs/docs-article';
import { DocsPager } from '@/components/docs/docs-pager';
import { MarkedText } from '@/components/docs/marked-text';
import { Badge } from '@/components/ui/badge';
import { CodeBlock } from '@/components/ui/code-block';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import { errorCatalogue, errorCodes, type ErrorCode } from '@/lib/core/errors';
import { environment } from '@/lib/env';
import { exampleAnswer, guideFor, retryAdvice } from '../examples';

interface ErrorPageProps {
  readonly params: Promise<{ code: string }>;
}

/** The code of the address, or 404: the catalogue decides which pages exist. */
async function codeOf({ params }: ErrorPageProps): Promise<ErrorCode> {
  const { code } = await params;
  return errorCodes.find((known) => known === code) ?? notFound();
}

export async function generateMetadata(props: ErrorPageProps): Promise<Metadata> {
  const code = await codeOf(props);
  return { title: code, description: errorCatalogue[code].summary };
}

export default async function ErrorCodePage(props: ErrorPageProps) {
  const code = await codeOf(props);
  const { status, type, summary, remedy } = errorCatalogue[code];
  const advice = retryAdvice(code);
  const guide = guideFor(code);
  const neighbour = (offset: number) => {
    const other = errorCodes[errorCodes.indexOf(code) + offset];
    return other && ({ href: `/docs/errors/${other}`, title: other } as const);
  };
  const facts = [
    { term: 'Status', detail: <Badge mono>{status}</Badge> },
    { term: 'Type', detail: <code>{type}</code> },
    { term: 'Repeat it', detail: <Status tone={advice.tone}>{advice.word}</Status> },
  ];
  return (
    <DocsArticle
      title={code}
      mono
      lead={summary}
      after={<DocsPager previous={neighbour(-1)} next={neighbour(1)} />}
    >
      <dl className="grid gap-x-10 gap-y-3 border-y border-line py-4 text-14 sm:flex">
        {facts.map(({ term, detail }) => (
          <div key={term} className="flex items-center gap-3 sm:block">
            <dt className="w-20 text-13 text-ink-muted sm:w-auto">{term}</dt>
            <dd className="sm:mt-1">{detail}</dd>
          </div>
        ))}
      </dl>
      <h2>What to do</h2>
      <p>
        <MarkedText>{remedy}</MarkedText>
      </p>
      <p>{advice.sentence}</p>
      <h2>What it looks like</h2>
      <CodeBlock title="The answer" language="http" code={exampleAnswer(code, environment().appUrl)} />
      <p>
        Still stuck? Quote the <code>request_id</code> of your own answer to your integration manager.
        Background: <TextLink href={guide.href}>{guide.title}</TextLink>.
      </p>
    </DocsArticle>
  );
}
