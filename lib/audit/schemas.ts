// What can be asked of the audit trail.
import { z } from 'zod';

const id = z.string().min(1).max(128).optional();
const instant = z.iso.datetime({ offset: false }).optional();

const filters = {
  /** A project, a partner, or `platform`. */
  stream: id,
  /** Id of the person, client, link or job. */
  actor: id,
  /** One act, or all of an object: `disbursement.`. */
  act: z.string().regex(/^[a-z_]+(\.[a-z_]*)?$/).max(64).optional(), // prettier-ignore
  object: id,
  after: instant,
  before: instant,
};

export const auditExportSchema = z.strictObject(filters);
export const auditQuerySchema = z.strictObject({
  ...filters,
  /** Only entries older than this one. */
  before_id: id,
});
export type AuditFilters = z.output<typeof auditQuerySchema>;
