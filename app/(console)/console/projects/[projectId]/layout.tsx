import type { ReactNode } from 'react';
import { requireProjectAccess } from '@/app/session';

interface ProjectLayoutProps {
  readonly params: Promise<{ projectId: string }>;
  readonly children: ReactNode;
}

/** Another partner's project is 404 like one that does not exist. The shell draws the navigation and the band. */
export default async function ProjectLayout({ params, children }: ProjectLayoutProps) {
  await requireProjectAccess((await params).projectId);
  return children;
}
