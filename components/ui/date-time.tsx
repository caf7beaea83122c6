import { formatDate, formatDateTime, formatTime } from '@/lib/client/format';

interface DateTimeProps {
  /** ISO 8601. */
  readonly at: string;
  readonly show?: 'moment' | 'day' | 'time';
  /** Logs can be read in UTC. */
  readonly zone?: 'uk' | 'utc';
}

/** `22 November 2026 at 17:40`, UK time; the exact ISO form on hover and in the markup. */
export function DateTime({ at, show = 'moment', zone = 'uk' }: DateTimeProps) {
  const written =
    show === 'day' ? formatDate(at) : show === 'time' ? formatTime(at, zone) : formatDateTime(at, zone);
  return (
    <time dateTime={at} title={at} className="numeric whitespace-nowrap">
      {written}
    </time>
  );
}
