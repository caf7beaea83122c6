import { z } from 'zod';
import { publicRoute } from '@/lib/api/public-route';
import { frequencies, quoteOnetime } from '@/lib/products';

const digits = z
  .string()
  .regex(/^[0-9]{1,6}$/, 'must be a whole number')
  .transform(Number);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicRoute({
  route: 'quote/onetime',
  query: z.strictObject({ amount: digits, term: digits, frequency: z.enum(frequencies) }),
  maxAgeSeconds: 300,
  handler: ({ query }) => quoteOnetime(query.amount, query.term, query.frequency),
});
