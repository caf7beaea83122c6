'use client';
import { Scale } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SidePanel } from '@/components/ui/side-panel';
import type { Page } from '@/lib/core/pagination';
import { usePanel } from '../panel/use-panel';
import { projectPath } from '../shell/places';
import { ObjectDetail } from './object-detail';
import { ObjectList } from './object-list';
import { resources, type Resource, type ShownObject } from './resources';

interface DataExplorerProps {
  readonly projectId: string;
  readonly resource: Resource;
  readonly statuses: readonly string[];
  /** Left out for decisions, which have no list. */
  readonly initial?: Page<ShownObject>;
  readonly initialStatus: string | null;
  readonly maySimulate: boolean;
}

/** The objects of one kind, and the one that is open beside them. */
export function DataExplorer(props: DataExplorerProps) {
  const { projectId, resource, statuses, initial, initialStatus, maySimulate } = props;
  const data = projectPath(projectId, 'data');
  const panel = usePanel(`${data}/${resource}`);
  return (
    <>
      {resource === 'decisions' || initial === undefined ? (
        <EmptyState
          icon={Scale}
          title="Decisions belong to applications"
          action={<ButtonLink href={`${data}/applications`}>Show applications</ButtonLink>}
        >
          Open an application to reach its decision, or search a decision’s id.
        </EmptyState>
      ) : (
        <ObjectList
          projectId={projectId}
          resource={resource}
          statuses={statuses}
          initial={initial}
          initialStatus={initialStatus}
          panel={panel}
        />
      )}
      <SidePanel
        open={panel.openId !== undefined}
        onClose={panel.close}
        title={resources[resource].one}
        {...(panel.openId !== undefined && { subtitle: panel.openId })}
      >
        {panel.openId !== undefined && (
          <ObjectDetail
            projectId={projectId}
            resource={resource}
            id={panel.openId}
            maySimulate={maySimulate}
          />
        )}
      </SidePanel>
    </>
  );
}
