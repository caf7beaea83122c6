// Where things are in the console: one list for the navigation, the palette and the links to an id.

export interface Place {
  readonly label: string;
  readonly href: string;
}

const sections = [
  ['overview', 'Overview'],
  ['clients', 'OAuth clients'],
  ['usage', 'Usage'],
  ['requests', 'Requests'],
  ['data', 'Data'],
  ['webhooks', 'Webhooks'],
  ['go-live', 'Go-live'],
  ['settings', 'Settings'],
] as const;

export type ProjectSection = (typeof sections)[number][0];

export function projectPath(projectId: string, section: ProjectSection): string {
  return `/console/projects/${projectId}/${section}`;
}

export function projectPlaces(projectId: string): readonly (Place & { readonly section: ProjectSection })[] {
  return sections.map(([section, label]) => ({ section, label, href: projectPath(projectId, section) }));
}

export const accountPlaces = [
  { label: 'Projects', href: '/console/projects' },
  { label: 'Team', href: '/console/team' },
  { label: 'Security', href: '/console/security' },
  { label: 'Audit', href: '/console/audit' },
] as const satisfies readonly Place[];

/** The project that an address of the console belongs to. */
export function projectIdOf(pathname: string): string | undefined {
  return /^\/console\/projects\/([^/]+)/.exec(pathname)?.[1];
}

const homes = {
  req: 'requests',
  app: 'data/applications',
  dec: 'data/decisions',
  plk: 'data/payment-links',
  idc: 'data/identity-checks',
  dsb: 'data/disbursements',
  evt: 'webhooks/events',
  whend: 'webhooks',
  cid: 'clients',
} as const;

/** The page of an object by its id, within the project; undefined for what is no id of ours. */
export function placeOfId(text: string, projectId: string): string | undefined {
  const id = text.trim();
  const prefix = /^([a-z]+)_[\w-]{4,64}$/.exec(id)?.[1];
  if (prefix === undefined || !(prefix in homes)) return undefined;
  return `/console/projects/${projectId}/${homes[prefix as keyof typeof homes]}/${id}`;
}
