// What staff send about partners.
import { z } from 'zod';

export const partnersQuerySchema = z.strictObject({
  text: z.string().trim().min(1).max(160).optional(),
  status: z.enum(['active', 'suspended']).optional(),
  verification: z.enum(['none', 'waiting', 'verified']).optional(),
  before_id: z.string().min(1).max(64).optional(),
});
export type PartnersQuery = z.output<typeof partnersQuerySchema>;

/** Why somebody is suspended, or works again; it stands in the audit trail. */
export const reasonSchema = z.strictObject({ reason: z.string().trim().min(1).max(2_000) });
