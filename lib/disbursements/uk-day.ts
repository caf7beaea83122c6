// A "day" of money-out is a calendar day in the United Kingdom (product §2).
import { Temporal } from 'temporal-polyfill';

const zone = 'Europe/London';

/** The day on which `instant` falls, `YYYY-MM-DD`. */
export function ukDay(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** When that day began. */
export function ukDayStart(instant: Date): Date {
  const start = Temporal.PlainDate.from(ukDay(instant)).toZonedDateTime(zone);
  return new Date(start.epochMilliseconds);
}
