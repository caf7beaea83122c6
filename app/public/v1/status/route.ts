import { z } from 'zod';
import { publicRoute } from '@/lib/api/public-route';
import { publicStatus } from '@/lib/health';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicRoute({
  route: 'status',
  query: z.strictObject({}),
  maxAgeSeconds: 10,
  handler: () => publicStatus(),
});
