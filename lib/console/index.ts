// What the partner console shows that is put together from several domains.
export { listPartnerAudit, partnerAuditCsv, type PartnerAuditPage } from './audit';
export { readClients, readRotation } from './clients';
export { readOverview, type Overview } from './overview';
export { readProject, readProjects, type ListedProject } from './projects';
export { readExplainedRequest, type ExplainedRequest } from './request';
export { callSandbox, sandboxCallSchema, type SandboxCallAnswer } from './sandbox-call';
export { searchById } from './search';
export { readTimeline } from './timeline';
