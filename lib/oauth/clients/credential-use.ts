// Which credentials are in use. Noted in memory and written now and then, never while a request waits; a
// first use also starts the grace of the secrets it succeeds (contract §2 Rotation).
import { singleton } from '@/lib/core/singleton';
import { publishChange } from '@/lib/control-feed';
import { withTransaction } from '@/lib/db';
import { logger } from '@/lib/logging';
import { markCredentialsUsed } from './repository';

const flushAfterMs = 1_000;
/** A credential in steady use is written this often. */
const coarsenessMs = 60_000;
const maximumRemembered = 50_000;

class CredentialUse {
  private readonly pending = new Set<string>();
  private readonly writtenAt = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  note(credentialId: string): void {
    const written = this.writtenAt.get(credentialId);
    if (written !== undefined && Date.now() - written < coarsenessMs) return;
    this.pending.add(credentialId);
    this.timer ??= setTimeout(() => void this.flush(), flushAfterMs).unref();
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const ids = [...this.pending];
    if (ids.length === 0) return;
    this.pending.clear();
    try {
      await withTransaction(async (tx) => {
        for (const { clientId, projectId } of await markCredentialsUsed(ids, tx)) {
          await publishChange(tx, { kind: 'client_changed', projectId, subject: clientId, expiresAt: null });
        }
      });
    } catch (error) {
      logger().warn({ err: error }, 'use of credentials not written; the next use writes it');
      return;
    }
    if (this.writtenAt.size > maximumRemembered) this.writtenAt.clear();
    for (const id of ids) this.writtenAt.set(id, Date.now());
  }
}

const uses = () => singleton('oauth.credential-use', () => new CredentialUse());

/** Notes that a credential was used. Costs no I/O. */
export function noteCredentialUse(credentialId: string): void {
  uses().note(credentialId);
}

/** Writes what was noted; for tests and for a graceful shutdown. */
export function flushCredentialUse(): Promise<void> {
  return uses().flush();
}
