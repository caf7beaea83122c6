// The client that a change is about, locked for the rest of the transaction and of the caller's own project.
import { ApiError } from '@/lib/core/errors';
import type { Transaction } from '@/lib/db';
import { lockClient } from './repository';

export interface ClientReference {
  readonly projectId: string;
  readonly clientId: string;
}

/** @throws ApiError `resource_not_found` for an unknown, revoked or foreign client. */
export async function requireClient(
  reference: ClientReference,
  tx: Transaction,
): Promise<{ livemode: boolean }> {
  const client = await lockClient(reference.clientId, tx);
  if (!client || client.projectId !== reference.projectId) throw new ApiError('resource_not_found');
  return client;
}
