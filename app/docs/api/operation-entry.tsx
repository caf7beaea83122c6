import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { MarkedText } from '@/components/docs/marked-text';
import { TryIt } from '@/components/docs/try-it';
import { Badge } from '@/components/ui/badge';
import { CodeBlock } from '@/components/ui/code-block';
import { TextLink } from '@/components/ui/text-link';
import { errorCodes } from '@/lib/core/errors';
import type { Operation, Schema } from './document';
import { callOf, curlOf, exampleOf } from './example';
import { BodyFields, SchemaFields } from './schema-fields';

const methodTones = {
  GET: 'info',
  POST: 'accent',
  PUT: 'accent',
  PATCH: 'caution',
  DELETE: 'danger',
} as const;

function MethodBadge({ method }: { method: string }) {
  return (
    <Badge mono tone={methodTones[method as keyof typeof methodTones]}>
      {method}
    </Badge>
  );
}

const accessWords = {
  token: 'Any valid token',
  client: 'Client id and secret, or a signed assertion',
  none: 'No credential',
} as const;

function Heading({ children }: { children: string }) {
  return <h3 className="mt-6! text-13 font-medium text-ink-muted">{children}</h3>;
}

/** An object without known members tells nothing. */
function isShowable(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && Object.keys(answer).length > 0;
}

interface OperationEntryProps {
  readonly operation: Operation;
  readonly origin: string;
  readonly resolve: (schema: Schema) => Schema;
}

/** One operation: what it does and takes on the left, the call and its answer on the right. */
export function OperationEntry({ operation, origin, resolve }: OperationEntryProps) {
  const { success, body, parameters, refusals } = operation;
  const answer = success?.schema && exampleOf(success.schema, resolve, true);
  const call = callOf(operation, resolve);
  return (
    <section
      aria-labelledby={operation.id}
      className="gap-8 border-t border-line py-8 xl:grid xl:grid-cols-[minmax(0,1fr)_minmax(0,23rem)]"
    >
      <div className="min-w-0">
        <h2 id={operation.id} className="mt-0! text-16! leading-6!">
          {operation.summary}
        </h2>
        <p className="mt-1.5! flex flex-wrap items-center gap-2">
          <MethodBadge method={operation.method} />
          <span className="font-mono text-13 break-all text-ink">{operation.path}</span>
        </p>
        {operation.description !== undefined && (
          <p className="mt-3! text-14">
            <MarkedText>{operation.description}</MarkedText>
          </p>
        )}
        <p className="mt-3! text-13 text-ink-muted">
          {operation.scope !== undefined ? (
            <>
              Scope <code>{operation.scope}</code>
            </>
          ) : (
            accessWords[operation.access]
          )}
          {operation.subLimit !== undefined && (
            <>
              , sub-limit{' '}
              <TextLink href="/docs/rate-limits#sub-limits" className="font-mono">
                {operation.subLimit}
              </TextLink>
            </>
          )}
        </p>
        {parameters.length > 0 && (
          <>
            <Heading>Parameters</Heading>
            <SchemaFields fields={parameters} resolve={resolve} showRequired />
          </>
        )}
        {body && (
          <>
            <Heading>Body</Heading>
            <BodyFields schema={body.schema} resolve={resolve} showRequired />
          </>
        )}
        {success?.schema && (
          <Fold title={`Answer ${success.status}`}>
            <BodyFields schema={success.schema} resolve={resolve} showRequired={false} />
          </Fold>
        )}
        {refusals.length > 0 && (
          <Fold title="Refusals">
            <ul className="mt-2! max-w-none! list-none! divide-y divide-line border-t border-line pl-0!">
              {refusals.map((refusal) => (
                <li key={refusal.status} className="mt-0! flex gap-4 py-2 text-13">
                  <span className="numeric shrink-0 font-mono text-ink-muted">{refusal.status}</span>
                  <span className="flex flex-wrap gap-x-3">
                    {refusal.codes.length === 0 && <MarkedText>{refusal.description}</MarkedText>}
                    {refusal.codes.map((code) =>
                      errorCodes.some((known) => known === code) ? (
                        <TextLink key={code} href={`/docs/errors/${code}`} className="font-mono">
                          {code}
                        </TextLink>
                      ) : (
                        <code key={code}>{code}</code>
                      ),
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </Fold>
        )}
      </div>
      <div className="top-20 mt-6! min-w-0 space-y-4 self-start xl:sticky xl:mt-0!">
        <CodeBlock
          title={`Call: ${operation.summary}`}
          language="bash"
          code={curlOf(operation, origin, resolve)}
        />
        {call && <TryIt call={call} operation={operation.summary} />}
        {success && isShowable(answer) && (
          <div className="[&_pre]:max-h-96">
            <CodeBlock
              title={`${success.status}: ${operation.summary}`}
              language="json"
              code={JSON.stringify(answer, null, 2)}
            />
          </div>
        )}
      </div>
    </section>
  );
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group mt-5!">
      <summary className="inline-flex min-h-7 cursor-pointer list-none items-center gap-1.5 rounded-control text-13 font-medium text-ink-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        {title}
      </summary>
      {children}
    </details>
  );
}
