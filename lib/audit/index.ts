// The audit trail: who did what, one row an act, in the transaction of the act (contract §8, promises "Audit").
export { actOnRecord, type Done } from './act-on-record';
export { recordAudit, type AuditRecord } from './record';
export { exportAnchor, readAnchor, type Anchor } from './anchor';
export { linkHolds, type ChainLink } from './chain';
export { auditCsv } from './csv';
export { listAudit, type AuditEntryListing } from './list';
export { readAuditOf } from './read';
export { auditExportSchema, auditQuerySchema, type AuditFilters } from './schemas';
export { sealAuditEntries } from './seal';
export { auditPhrase } from './sentence';
export { verifyAudit, type AuditFinding, type AuditVerdict } from './verify';
