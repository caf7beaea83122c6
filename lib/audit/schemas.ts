// What can be asked of the audit trail.
import { z } from 'zod';

const id = z.string().min(1).max(128).optional();
/** An instant in UTC, or a day: its first moment. */
const instant = z
  .union([z.iso.datetime({ offset: false }), z.iso.date().transform((day) => `${day}T00:00:00Z`)])
  .optional();

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
