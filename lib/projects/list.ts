// The projects of one partner, for its own console.
import { toDetail, type ProjectDetail } from './find';
import { selectProjectsOfPartner } from './repository';

/** An open project: closed ones are not listed. */
export type ProjectListing = ProjectDetail & { readonly standing: 'active' | 'suspended' };

/** Live projects first, then by age; closed ones are left out. `partnerId` comes from the session, never from a request. */
export async function listProjects(partnerId: string): Promise<ProjectListing[]> {
  const rows = await selectProjectsOfPartner(partnerId);
  return rows.map((row) => {
    const project = toDetail(row);
    return { ...project, standing: project.standing === 'suspended' ? 'suspended' : 'active' };
  });
}
