'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '@/lib/client/query-keys';
import { listClients } from './client-routes';
import type { ClientFacts } from './facts';

const listEveryMs = 10_000;

/** The project's clients, drawn by the server first and kept fresh while looked at. */
export function useClients(projectId: string, first: readonly ClientFacts[], everyMs = listEveryMs) {
  return useQuery({
    queryKey: queryKeys.ofProject(projectId, 'clients'),
    queryFn: ({ signal }) => listClients(projectId, signal),
    initialData: [...first],
    refetchInterval: everyMs,
  });
}

/** Reads clients anew after a change. */
export function useClientsChanged(projectId: string): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: queryKeys.ofProject(projectId, 'clients') });
}
