import { formatDateTime, formatTime } from '@/lib/client/format';

export type LogZone = 'uk' | 'utc';

/** When a call came, to the second: `22 Nov 17:40:12`. */
export function LogTime({ at, zone }: { at: string; zone: LogZone }) {
  const [day = '', month = ''] = formatDateTime(at, zone).split(' ');
  return (
    <time dateTime={at} title={at} className="numeric whitespace-nowrap">
      <span className="text-ink-muted">
        {day} {month.slice(0, 3)}
      </span>{' '}
      {formatTime(at, zone)}
    </time>
  );
}
