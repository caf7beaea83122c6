// Projects: the unit of isolation, of metering and of data (contract §1).
export { closeProject, resumeProject, suspendProject } from './change-standing';
export { createSandboxProject } from './create';
export { findProject } from './find';
export { listProjects, type ProjectListing } from './list';
export { holdClock, moveClock, seeClock } from './move-clock';
export { projectSchema } from './schemas';
export { showProject } from './show';
