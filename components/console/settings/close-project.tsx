'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useStepUp } from '@/components/shell/step-up';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useNotice } from '@/components/ui/toast';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';

interface CloseProjectProps {
  readonly projectId: string;
  readonly name: string;
  readonly callsToday: number;
}

/** Ends a project for good, by typing its name. */
export function CloseProject({ projectId, name, callsToday }: CloseProjectProps) {
  const router = useRouter();
  const notice = useNotice();
  const stepUp = useStepUp();
  const queryClient = useQueryClient();
  return (
    <ConfirmDialog
      trigger={<Button variant="danger">Close project</Button>}
      title={`Close “${name}”`}
      description={
        <>
          <p className="font-medium text-ink">
            {callsToday === 0
              ? 'It got no calls today.'
              : `It got ${callsToday.toLocaleString('en-GB')} ${callsToday === 1 ? 'call' : 'calls'} today.`}
          </p>
          <p className="mt-1">
            All of its clients and tokens are dead within a second, and nothing in it can be changed any more.
            This cannot be undone.
          </p>
        </>
      }
      confirmLabel="Close project"
      pendingLabel="Closing project"
      danger="irreversible"
      typeToConfirm={name}
      onConfirm={async (typed) => {
        await stepUp(() =>
          request<void>(`/api/console/projects/${projectId}/close`, {
            method: 'POST',
            body: { name: typed },
          }),
        );
        queryClient.removeQueries({ queryKey: queryKeys.project(projectId) });
        await queryClient.invalidateQueries({ queryKey: queryKeys.projects });
        notice({ title: 'Project closed', text: `“${name}” is dead everywhere.` });
        router.push('/console/projects');
        router.refresh();
      }}
    />
  );
}
