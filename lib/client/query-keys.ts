// Every key under which the consoles keep something, from the widest to the narrowest, so that one `invalidateQueries`
// can mean a thing, a list or everything of a project.

type Filters = Readonly<Record<string, string | number | boolean | undefined>>;

export const queryKeys = {
  me: ['me'],
  team: ['team'],
  search: (id: string) => ['search', id],
  projects: ['projects'],
  project: (projectId: string) => ['projects', projectId],
  /** Anything that belongs to a project: `('clients')`, `('requests', { status: '4xx' })`. */
  ofProject: (projectId: string, resource: string, filters?: Filters) =>
    filters === undefined ? ['projects', projectId, resource] : ['projects', projectId, resource, filters],
  ops: (resource: string, filters?: Filters) =>
    filters === undefined ? ['ops', resource] : ['ops', resource, filters],
} as const;
