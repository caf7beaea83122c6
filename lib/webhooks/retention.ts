// How long events and their deliveries are kept in sight (contract §9).
import type { Clock } from '@/lib/core/clock';
import { firstIdAt } from '@/lib/core/ids';
import type { Retention } from './repository/events';

const hourMs = 3_600_000;

/** Listed, read, and delivered after an endpoint is enabled again. */
export const retentionMs = 30 * 24 * hourMs;

/** An event can be redelivered this long. */
export const redeliveryMs = 72 * hourMs;

/** Business time never runs behind real time, so whatever is retained was made in the last 30 real days. */
export function retention(clock: Clock): Retention {
  return {
    since: new Date(clock.now().getTime() - retentionMs),
    firstId: firstIdAt('evt', Date.now() - retentionMs),
  };
}
