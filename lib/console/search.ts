// The one search box: any id of the account lands on its page.
import { isId, type IdPrefix } from '@/lib/core/ids';
import { findProject } from '@/lib/projects';
import { searchableKinds, selectProjectOf } from './repository';

const pages = {
  app: 'applications',
  dec: 'decisions',
  plk: 'payment-links',
  idc: 'identity-checks',
  dsb: 'disbursements',
  evt: 'events',
  whend: 'webhooks',
  req: 'requests',
  cid_sbx: 'clients',
  cid_live: 'clients',
} as const;

/** Where `id` is; null when it is nobody's, or another account's. */
export async function searchById(partnerId: string, id: string) {
  if (isId('prj', id)) {
    const project = await findProject(id);
    return project?.partnerId === partnerId ? { id, kind: 'projects' as const, project_id: id } : null;
  }
  const kind = searchableKinds.find(
    (prefix) => isId(prefix as IdPrefix, id) || (prefix.startsWith('cid_') && id.startsWith(`${prefix}_`)),
  );
  const projectId = kind && (await selectProjectOf(kind, id, partnerId));
  return kind && projectId ? { id, kind: pages[kind], project_id: projectId } : null;
}
