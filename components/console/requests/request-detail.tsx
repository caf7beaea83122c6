'use client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import { DateTime } from '@/components/ui/date-time';
import { IdChip } from '@/components/ui/id-chip';
import { KeyValueList } from '@/components/ui/key-value-list';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import type { ExplainedRequest } from '@/lib/console';
import type { RequestDetail } from '@/lib/request-log';
import { QueryProblem } from '../panel/query-problem';
import { placeOfId } from '../shell/places';
import { Body } from './body';
import { curlOf } from './curl';
import type { LogZone } from './log-time';
import { Replay } from './replay';
import { requestPaths } from './request-paths';
import { StatusBadge } from './status-badge';
import { TimingSplit } from './timing-split';

function Section({ title, beside, children }: { title: string; beside?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <div className="mb-2 flex items-center justify-between gap-3">
        <h3 className="text-14 font-semibold">{title}</h3>
        {beside}
      </div>
      {children}
    </section>
  );
}

function Headers({ title, headers }: { title: string; headers: RequestDetail['request_headers'] }) {
  return (
    <details className="rounded-surface border border-line">
      <summary className="cursor-pointer px-4 py-2 font-medium">
        {title} <span className="font-normal text-ink-muted">({headers.length})</span>
      </summary>
      <dl className="border-t border-line px-4 py-2 font-mono text-12">
        {headers.map(([name, value], index) => (
          <div key={`${name} ${index}`} className="py-0.5 wrap-anywhere">
            <dt className="inline text-ink-muted">{name}: </dt>
            <dd className="inline">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

interface RequestDetailViewProps {
  readonly projectId: string;
  readonly requestId: string;
  readonly origin: string;
  readonly zone: LogZone;
  /** A call can be sent again where no money moves. */
  readonly isSandbox: boolean;
}

/** What was sent, which rule broke, how to mend it; and what the call cost and caused. */
export function RequestDetailView({ projectId, requestId, origin, zone, isSandbox }: RequestDetailViewProps) {
  const paths = requestPaths(projectId);
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.ofProject(projectId, 'request', { id: requestId }),
    queryFn: ({ signal }) => request<ExplainedRequest>(paths.routes.one(requestId), { signal }),
    placeholderData: undefined,
  });
  if (error) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={4} />;
  const place = data.object_id === null ? undefined : placeOfId(data.object_id, projectId);
  return (
    <div className="space-y-6">
      <p className="flex flex-wrap items-center gap-2 font-mono text-13 wrap-anywhere">
        <StatusBadge status={data.status} />
        <span>
          <span className="font-semibold">{data.method}</span> {data.path}
        </span>
      </p>
      {data.code !== null && (
        <Callout tone={data.status === 429 ? 'caution' : 'danger'} title={data.code}>
          <p>
            {data.param !== null && (
              <>
                Because of <code className="text-13">{data.param}</code>.{' '}
              </>
            )}
            {data.explanation !== null && (
              <>
                {data.explanation.summary} {data.explanation.remedy}{' '}
                <TextLink href={data.explanation.href}>Read more</TextLink>
              </>
            )}
          </p>
        </Callout>
      )}
      <KeyValueList
        items={[
          { name: 'Request', value: <IdChip id={data.id} what="request id" /> },
          { name: 'Time', value: <DateTime at={data.created} zone={zone} /> },
          { name: 'Operation', value: <span className="font-mono text-13">{data.operation}</span> },
          ...(data.client_id === null
            ? []
            : [
                {
                  name: 'Client',
                  value: (
                    <>
                      <IdChip id={data.client_id} what="client id" />
                      {!data.authenticated && ' (only named, not proved)'}
                    </>
                  ),
                },
              ]),
          ...(data.address === null ? [] : [{ name: 'Address', value: data.address }]),
          ...(data.idempotency_key === null
            ? []
            : [
                {
                  name: 'Idempotency key',
                  value: (
                    <>
                      <span className="font-mono text-13">{data.idempotency_key}</span>{' '}
                      {data.replayed && <Badge tone="info">answered from memory</Badge>}
                    </>
                  ),
                },
              ]),
          ...(data.object_id === null
            ? []
            : [
                {
                  name: 'Object',
                  value:
                    place === undefined ? (
                      data.object_id
                    ) : (
                      <TextLink href={place} className="font-mono text-13">
                        {data.object_id}
                      </TextLink>
                    ),
                },
              ]),
        ]}
      />
      <Section title="Sent" beside={<CopyButton text={curlOf(data, origin)} what="as curl" />}>
        <div className="space-y-2">
          <Headers title="Request headers" headers={data.request_headers} />
          <Body title="Request body" text={data.request_body} note={data.request_body_note} />
        </div>
      </Section>
      {isSandbox && <Replay key={data.id} projectId={projectId} request={data} />}
      <Section title="Answered">
        <div className="space-y-2">
          <Headers title="Response headers" headers={data.response_headers} />
          <Body title="Response body" text={data.response_body} note={data.response_body_note} />
        </div>
      </Section>
      <Section title={`Took ${data.duration_ms.toFixed(1)} ms`}>
        <TimingSplit request={data} />
      </Section>
      {data.budget.length > 0 && (
        <Section title="Rate budget">
          <ul className="space-y-1 text-ink-soft">
            {data.budget.map(({ policy, before, after, burst, rate_per_second }) => (
              <li key={policy} className="numeric">
                <span className="font-medium text-ink">{policy}</span>: {before} tokens before, {after} after,
                of {burst}; {rate_per_second} come back each second
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Events caused">
        {data.events.length === 0 ? (
          <p className="text-ink-muted">None.</p>
        ) : (
          <ul className="space-y-1">
            {data.events.map(({ id, type }) => (
              <li key={id}>
                <TextLink href={placeOfId(id, projectId) ?? '#'} className="font-mono text-13">
                  {type}
                </TextLink>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
