import { consoleRead, consoleRoute } from '@/lib/api/console-route';
import { listTeam } from '@/lib/partners';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({ role: 'read_only', handler: ({ ctx }) => listTeam({ partnerId: ctx.partnerId }) }),
});
