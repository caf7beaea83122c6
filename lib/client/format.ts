// How facts are written for people. Times are UK times; the ISO form goes beside them.
export { formatPence } from '@/lib/core/money';

const zones = { uk: 'Europe/London', utc: 'UTC' } as const;

function parts(iso: string, zone: keyof typeof zones): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zones[zone],
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
}

/** `22 November 2026 at 17:40`; never left to the browser's own wording, so that server and browser agree. */
export function formatDateTime(iso: string, zone: keyof typeof zones = 'uk'): string {
  const { day, month, year, hour, minute } = parts(iso, zone);
  return `${day} ${month} ${year} at ${hour}:${minute}${zone === 'utc' ? ' UTC' : ''}`;
}

/** `22 November 2026`. */
export function formatDate(iso: string): string {
  const { day, month, year } = parts(iso, 'uk');
  return `${day} ${month} ${year}`;
}

/** `17:40:12`, for logs. */
export function formatTime(iso: string, zone: keyof typeof zones = 'uk'): string {
  const { hour, minute, second } = parts(iso, zone);
  return `${hour}:${minute}:${second}`;
}

const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** `3 minutes ago`, `in 2 days`; both sides as milliseconds since 1970. */
export function formatDistance(atMs: number, nowMs: number): string {
  const seconds = Math.round((atMs - nowMs) / 1_000);
  const words = new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' });
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit);
  }
  return Math.abs(seconds) < 5 ? 'just now' : words.format(seconds, 'second');
}
