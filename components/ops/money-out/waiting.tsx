'use client';
import { useEffect, useState } from 'react';
import { formatDateTime } from '@/lib/client/format';

const minuteMs = 60_000;

function duration(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minuteMs));
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24];
  if (minutes === 1_440) return '24 h';
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

/** How long a request has waited, and whether that is within the service target. */
export function Waiting({ since, due }: { since: string; due: string }) {
  const [nowMs, setNowMs] = useState<number>();
  useEffect(() => {
    const tick = () => setNowMs(Date.now());
    tick();
    const timer = setInterval(tick, 15_000);
    return () => clearInterval(timer);
  }, []);
  const title = `Requested ${formatDateTime(since)}; target ${formatDateTime(due)}`;
  if (nowMs === undefined) return <time dateTime={since}>{formatDateTime(since)}</time>;
  const leftMs = Date.parse(due) - nowMs;
  return (
    <time dateTime={since} title={title} className="numeric whitespace-nowrap">
      {duration(nowMs - Date.parse(since))}{' '}
      <span className={leftMs < 0 ? 'font-medium text-caution' : 'text-ink-muted'}>
        {leftMs < 0 ? 'over ' : 'of '}
        {duration(Date.parse(due) - Date.parse(since))}
      </span>
    </time>
  );
}
