// The session of the browser that asks for a page. The only reader of cookies on the page side; routes have
// lib/api/console-route. Every page asks for itself: a layout does not run again on each navigation.
import { cache } from 'react';
import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { projectClock } from '@/lib/core/clock';
import { isId, newId } from '@/lib/core/ids';
import {
  actorOf,
  cookieName,
  readSession,
  roleAtLeast,
  type ConsoleSession,
  type MemberRole,
  type SessionKind,
  type StaffSession,
} from '@/lib/auth';
import { findProject } from '@/lib/projects';
import { staffMay, type StaffPermission } from '@/lib/staff';

// Once for each request, however many parts of the page ask.
const sessionOf = cache(async (kind: SessionKind) => {
  const jar = await cookies();
  return readSession(kind, jar.get(cookieName(kind))?.value);
});

/** The person of a partner, if one is signed in: for pages that work either way. */
export async function consoleSession(): Promise<ConsoleSession | null> {
  return (await sessionOf('partner')) as ConsoleSession | null;
}

/** Sends whoever is not signed in to /sign-in. */
export async function requireConsoleSession(): Promise<ConsoleSession> {
  return (await consoleSession()) ?? redirect('/sign-in');
}

/** The session and its own project; 404 for a project that is another partner's, or none, or beyond the role. */
export async function requireProjectAccess(projectId: string, role: MemberRole = 'read_only') {
  const session = await requireConsoleSession();
  const project = isId('prj', projectId) ? await findProject(projectId) : null;
  if (!project || project.partnerId !== session.partner.id) notFound();
  if (!roleAtLeast(session.role, role)) notFound();
  return { session, project };
}

/** The same, with the context in which the verbs of the project read for this page. */
export async function requireProjectContext(projectId: string, role?: MemberRole) {
  const { session, project } = await requireProjectAccess(projectId, role);
  const clock = projectClock(project.clockOffsetSeconds);
  return { session, project, ctx: { requestId: newId('req'), actor: actorOf(session), project, clock } };
}

/** The person of the lender, if one is signed in. */
export async function staffSession(): Promise<StaffSession | null> {
  return (await sessionOf('staff')) as StaffSession | null;
}

/** Sends whoever is not signed in to /ops/sign-in; 404 for a role without the permission. */
export async function requireStaffSession(permission: StaffPermission = 'see'): Promise<StaffSession> {
  const session = (await staffSession()) ?? redirect('/ops/sign-in');
  if (!staffMay(session.role, permission)) notFound();
  return session;
}
