// The HTTP host: API rings by direct call, pages by Next, one process or several.
export { startServer, type RunningServer, type StartOptions } from './start-server';
