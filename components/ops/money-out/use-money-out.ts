// What the money-out screens read again every few seconds. Nothing is assumed: a screen shows what the server said last.
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import type { QueueView, ShownDisbursement, ShownQueue, ShownStop } from '@/lib/disbursements';

const refreshMs = 5_000;

/** What every page of the dashboard knows. */
export interface Standing {
  readonly waiting_for_me: number;
  readonly stops: readonly ShownStop[];
}

export function useStanding(initial: Standing): Standing {
  const { data } = useQuery({
    queryKey: queryKeys.ops('standing'),
    queryFn: ({ signal }) => request<Standing>('/api/ops/money-out', { signal }),
    initialData: initial,
    refetchInterval: refreshMs,
  });
  return data;
}

export function useQueue(view: QueueView, initial: ShownQueue) {
  return useInfiniteQuery({
    queryKey: queryKeys.ops('queue', { view }),
    queryFn: ({ pageParam, signal }) =>
      request<ShownQueue>('/api/ops/disbursements', { query: { view, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor: cursor }) => cursor,
    initialData: { pages: [initial], pageParams: [null] },
    refetchInterval: refreshMs,
  });
}

const detailPath = (id: string) => `/api/ops/disbursements/${id}`;

export function useDisbursement(initial: ShownDisbursement) {
  const { id } = initial.disbursement;
  return useQuery({
    queryKey: queryKeys.ops('disbursement', { id }),
    queryFn: ({ signal }) => request<ShownDisbursement>(detailPath(id), { signal }),
    initialData: initial,
    refetchInterval: refreshMs,
  });
}

/** Performs an act on one disbursement and shows what the server answered. A refusal is thrown, and the page read anew. */
export function useOfficerAct(id: string) {
  const queries = useQueryClient();
  const queryKey = queryKeys.ops('disbursement', { id });
  return async (act: string, body: object): Promise<ShownDisbursement> => {
    try {
      const shown = await request<ShownDisbursement>(`${detailPath(id)}/${act}`, { method: 'POST', body });
      queries.setQueryData(queryKey, shown);
      return shown;
    } catch (error) {
      // A refusal may have changed something too: an approval that no longer fits is void.
      void queries.invalidateQueries({ queryKey });
      throw error;
    } finally {
      void queries.invalidateQueries({ queryKey: queryKeys.ops('standing') });
      void queries.invalidateQueries({ queryKey: queryKeys.ops('queue') });
    }
  };
}
