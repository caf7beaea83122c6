// The audit trail: who did what, one row an act, in the transaction of the act (contract §8, promises "Audit").
export { recordAudit, type AuditRecord } from './record';
