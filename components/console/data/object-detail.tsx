'use client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';
import { IdChip } from '@/components/ui/id-chip';
import { JsonViewer } from '@/components/ui/json-viewer';
import { KeyValueList } from '@/components/ui/key-value-list';
import { Money } from '@/components/ui/money';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import { QueryProblem } from '../panel/query-problem';
import { placeOfId } from '../shell/places';
import { ObjectStatus } from './object-status';
import { ObjectTimeline } from './object-timeline';
import { aboutOf, resources, type Resource, type ShownObject } from './resources';
import { SimulatePanel } from './simulate-panel';

interface ObjectDetailProps {
  readonly projectId: string;
  readonly resource: Resource;
  readonly id: string;
  /** In a sandbox, for those who may change things. */
  readonly maySimulate: boolean;
}

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const hidden = new Set(['id', 'object', 'livemode', 'status', 'currency']);

function written(name: string, value: unknown, projectId: string): ReactNode {
  if (typeof value === 'number' && name.endsWith('_pence')) return <Money pence={value} />;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  if (instant.test(value)) return <DateTime at={value} />;
  const place = placeOfId(value, projectId);
  if (place !== undefined) {
    return (
      <TextLink href={place} className="font-mono text-13">
        {value}
      </TextLink>
    );
  }
  return value;
}

const nameOf = (field: string) => {
  const words = field.replace(/_(pence|id)$/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** One object: where it stands, what can be played, what happened, and all of it as the API shows it. */
export function ObjectDetail({ projectId, resource, id, maySimulate }: ObjectDetailProps) {
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.ofProject(projectId, 'data', { resource, id }),
    queryFn: ({ signal }) =>
      request<ShownObject>(`/api/console/projects/${projectId}/${resource}/${id}`, { signal }),
    placeholderData: undefined,
  });
  if (error) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={4} />;
  const facts = Object.entries(data).flatMap(([name, value]) => {
    const shown = hidden.has(name) ? undefined : written(name, value, projectId);
    return shown === undefined ? [] : [{ name: nameOf(name), value: shown }];
  });
  const about = aboutOf(data);
  return (
    <div className="space-y-6">
      {data.status !== undefined && (
        <p className="text-16">
          <ObjectStatus status={data.status} object={data.object} />
        </p>
      )}
      {maySimulate && <SimulatePanel projectId={projectId} resource={resource} shown={data} />}
      <KeyValueList
        items={[
          {
            name: resources[resource].one,
            value: <IdChip id={data.id} what={`${resources[resource].one} id`} />,
          },
          ...(about === undefined ? [] : [{ name: 'About', value: about }]),
          ...facts,
        ]}
      />
      <section aria-labelledby="timeline-heading">
        <h3 id="timeline-heading" className="mb-3 text-14 font-semibold">
          Timeline
        </h3>
        <ObjectTimeline projectId={projectId} objectId={data.id} />
      </section>
      <JsonViewer value={data} title="As the API shows it" />
    </div>
  );
}
