import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { requireConsoleSession } from '@/app/session';
import { lastProjectCookie } from '@/components/console/shell/last-project';
import { projectPath } from '@/components/console/shell/places';
import { listProjects } from '@/lib/projects';

/** Leads to the project that was looked at last, else to the first; to the list when there is none. */
export default async function ConsoleHome() {
  const { partner } = await requireConsoleSession();
  const projects = await listProjects(partner.id);
  const last = (await cookies()).get(lastProjectCookie)?.value;
  const project =
    projects.find(({ id }) => id === last) ?? projects.find(({ livemode }) => !livemode) ?? projects[0];
  redirect(project === undefined ? '/console/projects' : projectPath(project.id, 'overview'));
}
