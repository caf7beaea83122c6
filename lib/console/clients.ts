// A project's clients with who used them last, and a rotation as evidence: which secret still has callers.
import { ApiError } from '@/lib/core/errors';
import { listClients, type ListedClient, type ListedCredential } from '@/lib/oauth';
import { selectCallsBy, selectCredentialCalls, selectLastCalls } from '@/lib/usage';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A client that nobody has used for so long is marked. */
const dormantMs = 30 * dayMs;
/** An old secret that was silent for so long may be retired. */
const silentMs = dayMs;

type LastCall = Awaited<ReturnType<typeof selectLastCalls>>[number];

const toLastCall = (call: LastCall | undefined) =>
  call
    ? {
        at: call.at.toISOString(),
        address: call.address,
        operation: call.operation_id,
        request_id: call.request_id,
      }
    : null;

const newest = (calls: readonly LastCall[]) => calls.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0];

const toCredential = (credential: ListedCredential, last: LastCall | undefined) => ({
  id: credential.id,
  kind: credential.kind,
  hint: credential.hint,
  state: credential.state,
  created: credential.createdAt.toISOString(),
  first_used: credential.firstUsedAt?.toISOString() ?? null,
  last_used: (last?.at ?? credential.lastUsedAt)?.toISOString() ?? null,
  retires: credential.retiresAt?.toISOString() ?? null,
  last_call: toLastCall(last),
});

function toClient(client: ListedClient, lastCalls: readonly LastCall[], callsLastHour: number) {
  const own = lastCalls.filter((call) => call.client_id === client.id);
  const last = newest(own);
  const quietSince = (last?.at ?? client.createdAt).getTime();
  return {
    id: client.id,
    object: 'client' as const,
    name: client.name,
    scopes: client.scopes,
    created: client.createdAt.toISOString(),
    revoked: client.revokedAt?.toISOString() ?? null,
    last_call: toLastCall(last),
    dormant: client.revokedAt === null && Date.now() - quietSince > dormantMs,
    calls_last_hour: callsLastHour,
    credentials: client.credentials.map((credential) =>
      toCredential(
        credential,
        own.find((call) => call.credential_id === credential.id),
      ),
    ),
  };
}

/** Live clients first; `calls_last_hour` is what a revocation would break. */
export async function readClients(projectId: string) {
  const [clients, lastCalls, calls] = await Promise.all([
    listClients(projectId),
    selectLastCalls(projectId),
    selectCallsBy('client_id', projectId, new Date(Date.now() - hourMs)),
  ]);
  return clients.map((client) => toClient(client, lastCalls, calls.get(client.id) ?? 0));
}

/**
 * Calls of the last 24 hours by secret, and what they say: retire a secret once it is silent and its successor is not.
 *
 * @throws ApiError `resource_not_found` for an unknown or foreign client.
 */
export async function readRotation(projectId: string, clientId: string) {
  const since = new Date(Date.now() - dayMs);
  const [clients, calls] = await Promise.all([
    readClients(projectId),
    selectCredentialCalls(projectId, clientId, since, 'hour'),
  ]);
  const client = clients.find(({ id }) => id === clientId);
  if (!client) throw new ApiError('resource_not_found');
  const live = client.credentials.filter(({ state, kind }) => state === 'live' && kind === 'secret');
  const callsOf = (id: string) =>
    calls.filter((row) => row.credential_id === id).reduce((sum, row) => sum + row.calls, 0);
  const newestSecret = live.at(-1);
  return {
    object: 'rotation' as const,
    client_id: clientId,
    credentials: live.map((credential) => {
      const quietFor = Date.now() - Date.parse(credential.last_used ?? credential.created);
      const isOld = credential !== newestSecret;
      return {
        ...credential,
        calls_last_day: callsOf(credential.id),
        retire_suggested: isOld && quietFor > silentMs && newestSecret?.last_used !== null,
      };
    }),
    points: calls.map(({ at, credential_id, calls: count }) => ({
      at: at.toISOString(),
      credential_id,
      calls: count,
    })),
  };
}
