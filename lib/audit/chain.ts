// One link of a chain: the hash of an entry and of the link before. Pure, and the same as the database's
// `audit_seal_text`: whoever has an export can check it without a database.
import { createHash } from 'node:crypto';

export interface ChainedEntry {
  readonly id: string;
  readonly stream: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly act: string;
  readonly objectId: string;
  /** Empty when there was no request. */
  readonly requestId: string;
  /** The detail as PostgreSQL spells its jsonb: the spelling that was hashed. */
  readonly detailText: string;
  /** ISO 8601 in UTC with microseconds. */
  readonly createdAt: string;
}

export interface ChainLink {
  readonly stream: string;
  /** From 1, without gaps. */
  readonly sequence: number;
  /** 64 hexadecimal digits; zeros before the first link. */
  readonly previousHash: string;
  readonly hash: string;
  readonly entryId: string;
  /** Null when the entry is gone. */
  readonly entry: ChainedEntry | null;
}

export interface ChainHead {
  readonly stream: string;
  readonly sequence: number;
  readonly hash: string;
}

/** What stands before the first link. */
export const firstPreviousHash = '0'.repeat(64);

function hashOf(link: ChainLink, entry: ChainedEntry): string {
  const texts = [
    'v1', link.stream, String(link.sequence), link.previousHash, entry.id, entry.stream, entry.actorKind, entry.actorId,
    entry.act, entry.objectId, entry.requestId, entry.detailText, entry.createdAt,
  ]; // prettier-ignore
  const spelled = `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`;
  return createHash('sha256').update(spelled).digest('hex');
}

/** Whether the link's hash is that of its entry as it stands. */
export function linkHolds(link: ChainLink): boolean {
  return link.entry !== null && link.entry.id === link.entryId && hashOf(link, link.entry) === link.hash;
}
