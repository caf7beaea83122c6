// An account's projects as the console lists them.
import { listProjects, type ProjectDetail } from '@/lib/projects';
import { selectCallsSince, selectFirstSuccess } from '@/lib/usage';

/** One project; `calls_today` since midnight UTC. */
export const serializeConsoleProject = (project: ProjectDetail) => ({
  id: project.id,
  object: 'project' as const,
  name: project.name,
  livemode: project.livemode,
  tier: project.tier,
  standing: project.standing,
  created: project.created.toISOString(),
  redirect_uris: project.redirectUris,
  acts_for_applicants: project.actsForApplicants,
  clock_offset_seconds: project.clockOffsetSeconds,
  limits: {
    rate_per_second: project.limits.bucket.ratePerSecond,
    burst: project.limits.bucket.burst,
    concurrent: project.limits.concurrent,
  },
});

export async function readProjects(partnerId: string) {
  const projects = await listProjects(partnerId);
  const midnight = new Date(new Date().toISOString().slice(0, 10));
  const calls = await selectCallsSince(
    projects.map(({ id }) => id),
    midnight,
  );
  return projects.map((project) => ({
    ...serializeConsoleProject(project),
    calls_today: calls.get(project.id) ?? 0,
  }));
}

export type ListedProject = Awaited<ReturnType<typeof readProjects>>[number];

/** One project with its first success: "your first 200 took …". */
export async function readProject(project: ProjectDetail) {
  const first = await selectFirstSuccess(project.id);
  return {
    ...serializeConsoleProject(project),
    first_success: first && {
      request_id: first.request_id,
      at: first.at.toISOString(),
      took_seconds: Math.max(0, Math.round((first.at.getTime() - project.created.getTime()) / 1000)),
    },
  };
}
