import { z } from 'zod';
import { publicRoute } from '@/lib/api/public-route';
import { frequencies, quoteOnetime } from '@/lib/products';

// Any whole number is understood; whether it is in range is the quote's business (422).
const wholeNumber = z
  .string()
  .regex(/^-?[0-9]{1,20}$/, 'must be a whole number')
  .transform(Number);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicRoute({
  route: 'quote/onetime',
  query: z.strictObject({ amount: wholeNumber, term: wholeNumber, frequency: z.enum(frequencies) }),
  maxAgeSeconds: 300,
  handler: ({ query }) => quoteOnetime(query.amount, query.term, query.frequency),
});
