// What the partner console shows that is put together from several domains.
export { readClients, readRotation } from './clients';
export { readProject, readProjects, serializeConsoleProject } from './projects';
export { searchById } from './search';
export { readTimeline } from './timeline';
