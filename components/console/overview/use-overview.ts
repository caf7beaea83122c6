'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import { useServerEvents } from '@/lib/client/use-server-events';
import type { Overview } from '@/lib/console';
import type { RequestSummary } from '@/lib/request-log';

const calmEveryMs = 30_000;
/** Between the first good call and the word of the server that it was the first. */
const eagerEveryMs = 500;

const succeeded = ({ status }: { readonly status: number }) => status >= 200 && status < 300;

/** The overview, moved on by each request of the project as it comes. */
export function useOverview(projectId: string, first: Overview) {
  const queryClient = useQueryClient();
  const queryKey = queryKeys.ofProject(projectId, 'overview');
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => request<Overview>(`/api/console/projects/${projectId}/overview`, { signal }),
    initialData: first,
    refetchInterval: ({ state }) => {
      const now = state.data;
      const settling =
        now?.project.first_success === null && now.newest_request !== null && succeeded(now.newest_request);
      return settling ? eagerEveryMs : calmEveryMs;
    },
  });
  const connection = useServerEvents(
    `/api/console/projects/${projectId}/requests/stream`,
    ['request'],
    (_, event) => {
      const newest = event as RequestSummary;
      queryClient.setQueryData<Overview>(
        queryKey,
        (known) =>
          known && {
            ...known,
            newest_request: { ...newest, explanation: null },
            latest_requests: [
              newest,
              ...known.latest_requests.filter(({ id }) => id !== newest.id).slice(0, 5),
            ],
          },
      );
      void queryClient.invalidateQueries({ queryKey });
    },
  );
  return { overview: data, connection };
}
