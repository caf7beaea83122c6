// The trail of an account: its own stream and those of its projects, without the names of the lender's staff.
import { auditCsv, listAudit, type AuditFilters } from '@/lib/audit';
import { ApiError } from '@/lib/core/errors';
import { listProjects } from '@/lib/projects';

/** `partnerId` comes from the session. @throws ApiError `resource_not_found` for a stream of somebody else's. */
async function streamsOf(partnerId: string, asked: string | undefined): Promise<string[]> {
  const own = [partnerId, ...(await listProjects(partnerId)).map(({ id }) => id)];
  if (asked === undefined) return own;
  if (!own.includes(asked)) throw new ApiError('resource_not_found');
  return [asked];
}

interface Asking {
  readonly partnerId: string;
  readonly filters: AuditFilters;
}

/** Fifty entries, newest first; `next_before_id` for the page after. */
export async function listPartnerAudit({ partnerId, filters }: Asking) {
  const page = await listAudit({ ...filters, streams: await streamsOf(partnerId, filters.stream) });
  return {
    ...page,
    data: page.data.map((entry) =>
      entry.actor.kind === 'staff'
        ? { ...entry, actor: { kind: 'staff', id: null, name: null, shown: 'The lender' } }
        : entry,
    ),
  };
}

export type PartnerAuditPage = Awaited<ReturnType<typeof listPartnerAudit>>;

/** The newest 10,000 entries as CSV. */
export async function partnerAuditCsv({ partnerId, filters }: Asking): Promise<string> {
  return auditCsv(filters, { streams: await streamsOf(partnerId, filters.stream), hidesStaff: true });
}
