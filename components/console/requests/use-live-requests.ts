'use client';
// Puts requests on top of the list as they come.
import { useQueryClient, type InfiniteData, type QueryKey } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useServerEvents } from '@/lib/client/use-server-events';
import type { listRequests, RequestSummary } from '@/lib/request-log';
import { matches, type RequestFilters } from './request-filters';

export type RequestPage = Awaited<ReturnType<typeof listRequests>>;

/** A busy project sends many a second; the list is drawn so often at most. */
const drawEveryMs = 250;

/** `first` with what is new on top, newest first, nothing twice. What is older than its last row stands on the next page. */
export function withNewer(first: RequestPage, newer: readonly RequestSummary[]): RequestPage {
  const known = new Set(first.data.map(({ id }) => id));
  const oldest = first.next_cursor === null ? '' : (first.data.at(-1)?.id ?? '');
  const fresh = newer.filter(({ id }) => id > oldest && !known.has(id));
  if (fresh.length === 0) return first;
  return { ...first, data: [...fresh, ...first.data].toSorted((a, b) => (a.id < b.id ? 1 : -1)) };
}

/** Listens while `streamPath` is given; keeps what matches in the list under `queryKey`. */
export function useLiveRequests(streamPath: string | undefined, queryKey: QueryKey, filters: RequestFilters) {
  const queryClient = useQueryClient();
  const waiting = useRef<RequestSummary[]>([]);
  const state = useServerEvents(streamPath, ['request'], (_, data) => {
    waiting.current.push(data as RequestSummary);
  });
  const draw = useEffectEvent(() => {
    const newer = waiting.current.splice(0).filter((row) => matches(row, filters));
    if (newer.length === 0) return;
    queryClient.setQueryData<InfiniteData<RequestPage>>(queryKey, (known) => {
      const [first, ...older] = known?.pages ?? [];
      return known && first ? { ...known, pages: [withNewer(first, newer), ...older] } : known;
    });
  });
  useEffect(() => {
    if (streamPath === undefined) return;
    const timer = setInterval(() => draw(), drawEveryMs);
    return () => clearInterval(timer);
  }, [streamPath]);
  return state;
}
