// Partners as staff see them: the list, what waits, and one account with all that belongs to it.
import { ApiError } from '@/lib/core/errors';
import { listAudit } from '@/lib/audit';
import { listProjectRequests, readChecklist, readProfile } from '@/lib/go-live';
import { listClients } from '@/lib/oauth';
import { listTeam } from '@/lib/partners';
import { selectCallsSince, showUsage } from '@/lib/usage';
import * as repository from './repository';
import type { PartnersQuery } from './schemas';

const pageSize = 50;
const dayMs = 86_400_000;

/** Fifty accounts, newest first. */
export async function listPartners({ text, status, verification, before_id: beforeId }: PartnersQuery) {
  const rows = await repository.findPartners({ text, status, verification, beforeId }, pageSize + 1);
  const data = rows.slice(0, pageSize).map((row) => ({
    id: row.id,
    object: 'partner' as const,
    name: row.name,
    status: row.status,
    created: row.createdAt.toISOString(),
    company_number: row.companyNumber,
    verification: row.verification,
    live_projects: row.liveProjects,
    sandbox_projects: row.sandboxProjects,
    open_requests: row.openRequests,
  }));
  const next = rows.length > pageSize ? (data.at(-1)?.id ?? null) : null;
  return { object: 'list' as const, data, next_before_id: next };
}
export type PartnerListing = Awaited<ReturnType<typeof listPartners>>['data'][number];

/** What staff have to decide, longest waiting first. */
export async function listWaiting() {
  const rows = await repository.findWaiting();
  return rows.map(({ kind, id, partnerId, partnerName, projectName, tier, since }) => ({
    kind,
    id,
    partner: { id: partnerId, name: partnerName },
    project_name: projectName,
    tier,
    since: since.toISOString(),
  }));
}
export type Waiting = Awaited<ReturnType<typeof listWaiting>>[number];

type Request = Awaited<ReturnType<typeof listProjectRequests>>[number];

/** What the project shows now, beside what it showed when it asked: the partner sees the same. */
async function evidenceNow({ kind, status, project_id: id }: Request) {
  if (status !== 'open') return null;
  if (kind === 'live') return { checklist: await readChecklist(id), last_day: null };
  const { totals } = await showUsage({ ctx: { project: { id } }, input: { step: 'hour' } });
  return { checklist: null, last_day: totals };
}

async function projectsOf(partnerId: string) {
  const projects = await repository.findProjects(partnerId);
  const calls = await selectCallsSince(
    projects.map(({ id }) => id),
    new Date(Date.now() - dayMs),
  );
  return Promise.all(
    projects.map(async ({ createdAt, ...project }) => ({
      ...project,
      created: createdAt.toISOString(),
      calls_last_day: calls.get(project.id) ?? 0,
      clients: (await listClients(project.id)).map(({ id, name, scopes, createdAt: made, revokedAt }) => ({
        id,
        name,
        scopes,
        created: made.toISOString(),
        revoked: revokedAt?.toISOString() ?? null,
      })),
    })),
  );
}

/**
 * One account: company, people, projects with their clients, requests with their evidence, and its newest fifty acts.
 *
 * @throws ApiError `resource_not_found`.
 */
export async function showPartner(partnerId: string) {
  const partner = await repository.findPartner(partnerId);
  if (!partner) throw new ApiError('resource_not_found');
  const [profile, team, requests, projects] = await Promise.all([
    readProfile(partnerId),
    listTeam({ partnerId }),
    listProjectRequests({ partnerId }),
    projectsOf(partnerId),
  ]);
  const audit = await listAudit({ streams: [partnerId, ...projects.map(({ id }) => id)] });
  const people = await repository.findRequestPeople(partnerId);
  return {
    id: partner.id,
    object: 'partner' as const,
    name: partner.name,
    status: partner.status,
    created: partner.createdAt.toISOString(),
    profile,
    profile_updated: partner.profileUpdatedAt?.toISOString() ?? null,
    verification:
      partner.verifiedAt === null
        ? null
        : {
            at: partner.verifiedAt.toISOString(),
            by: { id: partner.verifiedBy ?? '', name: partner.verifiedByName },
          },
    people: team.members,
    projects,
    requests: await Promise.all(
      requests.map(async (request) => ({
        ...request,
        asked_by: people.get(request.id)?.askedBy ?? null,
        decided_by: people.get(request.id)?.decidedBy ?? null,
        now: await evidenceNow(request),
      })),
    ),
    audit: audit.data,
  };
}
export type PartnerForStaff = Awaited<ReturnType<typeof showPartner>>;
export type RequestForStaff = PartnerForStaff['requests'][number];
