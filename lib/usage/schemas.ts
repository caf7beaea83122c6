// What can be asked of a project's usage.
import { z } from 'zod';
import { listParameters } from '@/lib/core/pagination';

export const usageSchema = z.strictObject({
  /** Default: 24 hours before `to`. */
  from: listParameters.created_after,
  /** Default: now. */
  to: listParameters.created_before,
  step: z.enum(['minute', 'hour', 'day']).default('hour'),
  operation: z.string().min(1).max(64).optional(),
  client_id: z.string().min(1).max(96).optional(),
});
export type UsageQuery = z.output<typeof usageSchema>;
