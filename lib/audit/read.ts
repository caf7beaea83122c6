// The sealed entries about one object, as evidence.
import type { ChainLink } from './chain';
import { readLinksOf } from './repository';

/** Every sealed entry about `objectId`, oldest first, each with its place in the chain. */
export function readAuditOf(objectId: string): Promise<ChainLink[]> {
  return readLinksOf(objectId);
}
