// Projects: the unit of isolation, of metering and of data (contract §1).
export { createProject, type CreateProjectInput } from './create';
export { closeProject, resumeProject, suspendProject } from './change-standing';
export { findProject, type ProjectDetail } from './find';
export { projectSchema } from './schemas';
export { showProject } from './show';
