import { z } from 'zod';
import { publicRoute } from '@/lib/api/public-route';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicRoute({
  route: 'healthz',
  query: z.strictObject({}),
  maxAgeSeconds: 0,
  handler: () => ({ status: 'ok' }),
});
