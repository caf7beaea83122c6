import { opsRead, opsRoute } from '@/lib/api/ops-route';
import { listWaiting } from '@/lib/ops';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({ permission: 'see', handler: async () => ({ data: await listWaiting() }) }),
});
