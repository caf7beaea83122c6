// Job `auth.erase_expired`: sessions, sign-ups, links and counters that are over.
import { eraseExpiredRows } from './repository/people';
import { eraseOldCounters } from './repository/throttle';

export async function eraseExpiredAuth(): Promise<void> {
  await eraseExpiredRows();
  await eraseOldCounters();
}
