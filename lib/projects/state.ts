// A project's own status. Its standing also depends on its partner's.
import type { ProjectStanding } from '@/lib/core/project';
import type { TransitionTable } from '@/lib/core/transition';

export type ProjectStatus = 'active' | 'suspended' | 'closed';
export type ProjectAct = 'suspended' | 'resumed' | 'closed';

export const projectTransitions: TransitionTable<ProjectStatus, ProjectAct> = {
  suspended: { from: ['active'], to: 'suspended' },
  resumed: { from: ['suspended'], to: 'active' },
  closed: { from: ['active', 'suspended'], to: 'closed' },
};

/** What a project may do: closed is for good; a suspended partner suspends all of its projects. */
export function standingOf(project: ProjectStatus, partner: 'active' | 'suspended'): ProjectStanding {
  if (project === 'closed') return 'closed';
  return project === 'suspended' || partner === 'suspended' ? 'suspended' : 'active';
}
