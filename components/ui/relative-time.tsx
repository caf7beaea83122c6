'use client';
import { useEffect, useState } from 'react';
import { formatDateTime, formatDistance } from '@/lib/client/format';

/** `3 minutes ago`, kept right while the page is open. The server writes the moment itself. */
export function RelativeTime({ at }: { at: string }) {
  const [nowMs, setNowMs] = useState<number>();
  useEffect(() => {
    const tick = () => setNowMs(Date.now());
    tick();
    const timer = setInterval(tick, 15_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={`${formatDateTime(at)} (${at})`} className="numeric whitespace-nowrap">
      {nowMs === undefined ? formatDateTime(at) : formatDistance(Date.parse(at), nowMs)}
    </time>
  );
}
