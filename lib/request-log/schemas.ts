// What can be asked of the log, and what it shows.
import { z } from 'zod';
import { coded } from '@/lib/core/field-errors';
import { listParameters } from '@/lib/core/pagination';

const word = (maximumLength: number) => z.string().min(1).max(maximumLength);
const statusMessage = coded('parameter_invalid', 'must be a status from 100 to 599');

/** Filters of the list; they live in the page's URL under the same names. */
export const listRequestsSchema = z.strictObject({
  limit: listParameters.limit,
  cursor: listParameters.cursor,
  created_after: listParameters.created_after,
  created_before: listParameters.created_before,
  status_class: z.enum(['2xx', '3xx', '4xx', '5xx']).optional(),
  status: z
    .string()
    .regex(/^[1-5]\d\d$/, statusMessage)
    .transform(Number)
    .optional(),
  code: word(64).optional(),
  method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
  /** An operation's id, such as `createApplication`. */
  operation: word(64).optional(),
  client_id: word(96).optional(),
  request_id: word(64).optional(),
  idempotency_key: word(255).optional(),
  object_id: word(64).optional(),
});
export type ListRequestsQuery = z.output<typeof listRequestsSchema>;

export const errorGroupsSchema = z.strictObject({
  created_after: listParameters.created_after,
  created_before: listParameters.created_before,
});
export type ErrorGroupsQuery = z.output<typeof errorGroupsSchema>;
