// The one search box: any id of the account lands on its page.
import { isId, type IdPrefix } from '@/lib/core/ids';
import { findProject } from '@/lib/projects';
import { searchableKinds, selectPlaceOf } from './repository';

const pages = {
  app: 'applications',
  dec: 'decisions',
  off: 'decisions',
  plk: 'payment-links',
  idc: 'identity-checks',
  dsb: 'disbursements',
  evt: 'events',
  whd: 'events',
  whend: 'webhooks',
  req: 'requests',
  cid_sbx: 'clients',
  cid_live: 'clients',
  sec: 'clients',
  key: 'clients',
} as const;

/** Where `id` is: the page of `shown_id`, which is another where the id is a part of it. Null when it is nobody's, or another account's. */
export async function searchById(partnerId: string, id: string) {
  if (isId('prj', id)) {
    const project = await findProject(id);
    if (project?.partnerId !== partnerId) return null;
    return { id, shown_id: id, kind: 'projects' as const, project_id: id };
  }
  const kind = searchableKinds.find(
    (prefix) => isId(prefix as IdPrefix, id) || (prefix.startsWith('cid_') && id.startsWith(`${prefix}_`)),
  );
  const place = kind && (await selectPlaceOf(kind, id, partnerId));
  if (!kind || !place) return null;
  // A decision has a page of its own, though its row is the application's.
  return {
    id,
    shown_id: kind === 'dec' ? id : place.shown_id,
    kind: pages[kind],
    project_id: place.project_id,
  };
}
