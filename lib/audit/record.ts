// Writes the audit row of an act. The table is append-only for the product's role: no code here can change one.
import { actorId, type Actor } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
import type { Transaction } from '@/lib/db';
import { insertAuditEntry, sealEntries } from './repository';
import { isSealedAtOnce } from './sealed-at-once';

export interface AuditRecord {
  /** What the chain of evidence is about: a project or partner id, or `platform`. */
  readonly stream: string;
  readonly actor: Actor;
  /** Object and verb, such as `application.submit`. */
  readonly act: string;
  readonly objectId: string;
  readonly requestId?: string | undefined;
  /** Facts that explain the act: ids, codes, figures. Never secrets or personal data. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Records one act. It stands or falls with `tx`: an act that is rolled back leaves no entry. */
export async function recordAudit(tx: Transaction, record: AuditRecord): Promise<void> {
  const id = newId('aud');
  await insertAuditEntry(tx, [
    id,
    record.stream,
    record.actor.kind,
    actorId(record.actor),
    record.act,
    record.objectId,
    record.requestId ?? null,
    JSON.stringify(record.detail ?? {}),
  ]);
  if (isSealedAtOnce(record.act)) await sealEntries([id], tx);
}
