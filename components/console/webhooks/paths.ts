import { projectPath } from '../shell/places';

/** The pages and the routes of a project's webhooks. */
export function webhookPaths(projectId: string) {
  const pages = projectPath(projectId, 'webhooks');
  const routes = `/api/console/projects/${projectId}/webhooks`;
  return {
    endpoints: pages,
    newEndpoint: `${pages}/new`,
    endpoint: (id: string) => `${pages}/${id}`,
    editEndpoint: (id: string) => `${pages}/${id}/edit`,
    events: `${pages}/events`,
    routes: {
      endpoints: `${routes}/endpoints`,
      endpoint: (id: string) => `${routes}/endpoints/${id}`,
      events: `${routes}/events`,
      event: (id: string) => `${routes}/events/${id}`,
      replay: `${routes}/replay`,
    },
  };
}
