// The routes of clients as functions: one place that knows their addresses.
import type { Scope } from '@/lib/core/scopes';
import { request } from '@/lib/client/request';
import type { ClientFacts, NewSecret, RotationFacts } from './facts';

const clientsAt = (projectId: string) => `/api/console/projects/${projectId}/clients`;

interface NewClient {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Left out: the client gets a secret. */
  readonly public_jwk?: unknown;
}

/** How long the old secret works after the first use of the new one. */
export type Grace = '1h' | '24h' | '7d';

export async function listClients(projectId: string, signal?: AbortSignal): Promise<ClientFacts[]> {
  return (await request<{ data: ClientFacts[] }>(clientsAt(projectId), { signal })).data;
}

export function createClient(projectId: string, body: NewClient) {
  return request<{ client_id: string; secret: NewSecret | null }>(clientsAt(projectId), {
    method: 'POST',
    body,
  });
}

/** The routes of one client. */
export function clientRoutes(projectId: string, clientId: string) {
  const here = `${clientsAt(projectId)}/${clientId}`;
  return {
    readRotation: (signal?: AbortSignal) => request<RotationFacts>(`${here}/rotation`, { signal }),
    addSecret: (grace: Grace | undefined) =>
      request<{ secret: NewSecret }>(`${here}/secrets`, { method: 'POST', body: grace ? { grace } : {} }),
    addKey: (publicJwk: unknown) =>
      request<{ key_id: string }>(`${here}/keys`, { method: 'POST', body: { public_jwk: publicJwk } }),
    changeScopes: (scopes: readonly Scope[]) =>
      request<void>(`${here}/scopes`, { method: 'PUT', body: { scopes } }),
    retire: (credentialId: string) =>
      request<void>(`${here}/credentials/${credentialId}/retire`, { method: 'POST' }),
    revoke: (name: string) => request<void>(`${here}/revoke`, { method: 'POST', body: { name } }),
  };
}
