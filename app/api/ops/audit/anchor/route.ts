import { opsRead, opsRoute } from '@/lib/api/ops-route';
import { exportAnchor } from '@/lib/audit';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  GET: opsRead({ permission: 'see', handler: () => exportAnchor() }),
});
