import { z } from 'zod';
import { publicRoute } from '@/lib/api/public-route';
import { catalogue } from '@/lib/products';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicRoute({
  route: 'products',
  query: z.strictObject({}),
  maxAgeSeconds: 300,
  handler: () => ({ object: 'list', data: catalogue, next_cursor: null }),
});
