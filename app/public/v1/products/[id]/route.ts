import { z } from 'zod';
import { publicRoute } from '@/lib/api/public-route';
import { ApiError } from '@/lib/core/errors';
import { catalogue } from '@/lib/products';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicRoute({
  route: 'products/{id}',
  query: z.strictObject({}),
  maxAgeSeconds: 300,
  handler: ({ params }) => {
    const product = catalogue.find(({ id }) => id === params['id']);
    if (!product) throw new ApiError('resource_not_found', { message: 'There is no such product.' });
    return product;
  },
});
