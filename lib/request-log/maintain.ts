// Makes tomorrow's partitions and drops those of days that are over; a job calls it every hour.
import { dropPartitions, eraseOldOmissions, makePartitions } from './repository/write';

const daysAhead = 7;

/** Safe to run twice, and in several processes at once. */
export async function maintainRequestLog(): Promise<void> {
  await makePartitions(daysAhead);
  await dropPartitions();
  await eraseOldOmissions();
}
