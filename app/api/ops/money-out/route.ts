import { opsRead, opsRoute } from '@/lib/api/ops-route';
import { countMoneyOutForMe, showHeldStops } from '@/lib/disbursements';

// What every page of the dashboard shows: how much waits for this person, and what is stopped.
export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({
    permission: 'see',
    handler: async ({ ctx }) => {
      const [waitingForMe, stops] = await Promise.all([
        countMoneyOutForMe(ctx.session.person.id),
        showHeldStops(),
      ]);
      return { waiting_for_me: waitingForMe, stops };
    },
  }),
});
