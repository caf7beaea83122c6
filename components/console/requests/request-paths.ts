import { projectPath } from '../shell/places';

/** The page and the routes of a project's log. */
export function requestPaths(projectId: string) {
  const route = `/api/console/projects/${projectId}/requests`;
  return {
    list: projectPath(projectId, 'requests'),
    errors: `${projectPath(projectId, 'requests')}?view=errors`,
    routes: {
      list: route,
      stream: `${route}/stream`,
      errors: `${route}/errors`,
      one: (id: string) => `${route}/${id}`,
    },
  };
}
