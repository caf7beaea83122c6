// Projects: the unit of isolation, of metering and of data (contract §1).
export { closeProject, resumeProject, suspendProject } from './change-standing';
export { changeRedirectUris, renameProject } from './change-settings';
export { createSandboxProject, projectNameSchema } from './create';
export { findProject, type ProjectDetail } from './find';
export { holdClock, moveClock, seeClock } from './move-clock';
export { listProjects, type ProjectListing } from './list';
export { openLiveProject } from './open-live';
export { changeTier } from './change-tier';
export { projectSchema } from './schemas';
export { showProject } from './show';
