// A page of controls: what the server said last, read again while it is looked at, and its acts.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';

const refreshMs = 5_000;

/** @param path a route whose acts answer as its GET does. */
export function useControl<Shown extends object>(name: string, path: string, initial: Shown) {
  const queries = useQueryClient();
  const queryKey = queryKeys.ops(name);
  const { data } = useQuery<Shown>({
    queryKey,
    queryFn: ({ signal }) => request<Shown>(path, { signal }),
    initialData: () => initial,
    refetchInterval: refreshMs,
  });
  const act = async (verb: string, body: object = {}): Promise<Shown> => {
    try {
      const shown = await request<Shown>(verb === '' ? path : `${path}/${verb}`, { method: 'POST', body });
      queries.setQueryData(queryKey, shown);
      return shown;
    } finally {
      void queries.invalidateQueries({ queryKey });
      void queries.invalidateQueries({ queryKey: queryKeys.ops('standing') });
    }
  };
  return { shown: data, act };
}
