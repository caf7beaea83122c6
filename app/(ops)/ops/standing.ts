// What every page of the dashboard shows, read with the page.
import { cache } from 'react';
import { countMoneyOutForMe, showHeldStops } from '@/lib/disbursements';

/** How much waits for this person, and what is stopped. */
export const readStanding = cache(async (personId: string) => {
  const [waitingForMe, stops] = await Promise.all([countMoneyOutForMe(personId), showHeldStops()]);
  return { waiting_for_me: waitingForMe, stops };
});
