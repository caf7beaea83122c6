// A call of the partner API that a person sends from the console or the API reference. It goes in by the front door, so
// that limits, log, counts and errors are those of a program's call. Sandbox only.
import { z } from 'zod';
import { ApiError } from '@/lib/core/errors';
import { coded } from '@/lib/core/field-errors';
import { handCredentialId } from '@/lib/core/hand-credential';
import type { ProjectSnapshot } from '@/lib/core/project';
import { environment } from '@/lib/env';
import { issueAccessToken, listClients, type ListedClient } from '@/lib/oauth';

const ring = '/partner/v1/';
/** What mints and takes tokens is for programs: the console shows no token. */
const tokenPlane = '/partner/v1/oauth/';
const tokenSeconds = 30;
/** The API's own time for a request is 20 s. */
const patienceMs = 25_000;
const maximumBodyCharacters = 64 * 1024;

const path = z
  .string()
  .max(2_048)
  .refine(
    (text) => {
      const url = URL.parse(text, 'http://localhost');
      // Spelled as it is understood: no dot segment, no other host.
      return url !== null && text === url.pathname + url.search && text.startsWith(ring) && !text.startsWith(tokenPlane); // prettier-ignore
    },
    coded('invalid_value', 'The path must be one of the partner API, outside its token endpoints.'),
  );

export const sandboxCallSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'PATCH', 'DELETE']),
  path,
  /** JSON text, sent as it stands. */
  body: z.string().max(maximumBodyCharacters).optional(),
  idempotency_key: z
    .string()
    .regex(
      /^[\x21-\x7e]{1,255}$/,
      coded('idempotency_key_malformed', 'A key has 1 to 255 visible ASCII characters.'),
    )
    .optional(),
  /** Whose call it is; the client with most scopes when it is left out or gone. */
  client_id: z.string().max(96).optional(),
});

function chooseClient(clients: readonly ListedClient[], wanted: string | undefined): ListedClient {
  const live = clients.filter(({ revokedAt }) => revokedAt === null);
  const chosen =
    live.find(({ id }) => id === wanted) ??
    live.toSorted((a, b) => b.scopes.length - a.scopes.length || (a.id < b.id ? -1 : 1))[0];
  if (!chosen)
    throw new ApiError('invalid_state', { message: 'This project has no client that could call.' });
  return chosen;
}

/**
 * A token for one call. It names a credential that is none of the client's: what people try out is no evidence that a new
 * secret has been deployed, and starts no grace. Revoking the client or closing the project ends it like any other.
 */
async function tokenFor(project: ProjectSnapshot, client: ListedClient): Promise<string> {
  const issued = await issueAccessToken({
    clientId: client.id,
    credentialId: handCredentialId(project.id),
    projectId: project.id,
    livemode: project.livemode,
    scopes: client.scopes,
    lifetimeSeconds: tokenSeconds,
  });
  return issued.encoded;
}

/** This server, from inside: what stands before it in production may not let us out and in again. */
function ownOrigin(): string {
  const { host, port } = environment();
  const anywhere = host === '0.0.0.0' || host === '::' || host === 'localhost';
  return `http://${anywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;
}

/**
 * Sends the call and tells how it was answered, whatever the answer is.
 *
 * @throws ApiError `sandbox_only` for a live project, `invalid_state` without a live client, `temporarily_unavailable`
 * when the API did not answer.
 */
export async function callSandbox({
  ctx: { project },
  input,
}: {
  readonly ctx: { readonly project: ProjectSnapshot };
  readonly input: z.output<typeof sandboxCallSchema>;
}) {
  if (project.livemode) throw new ApiError('sandbox_only');
  const client = chooseClient(await listClients(project.id), input.client_id);
  const token = await tokenFor(project, client);
  const startedAt = performance.now();
  const answer = await fetch(`${ownOrigin()}${input.path}`, {
    method: input.method,
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
    headers: {
      authorization: `Bearer ${token}`,
      'user-agent': 'credicorp-console',
      ...(input.body !== undefined && { 'content-type': 'application/json' }),
      ...(input.idempotency_key !== undefined && { 'idempotency-key': input.idempotency_key }),
    },
    ...(input.body !== undefined && { body: input.body }),
  }).catch((cause: unknown) => {
    throw new ApiError('temporarily_unavailable', { cause });
  });
  return {
    object: 'sandbox_call' as const,
    request_id: answer.headers.get('credicorp-request-id'),
    client_id: client.id,
    status: answer.status,
    idempotency_replayed: answer.headers.get('idempotency-replayed') === 'true',
    body: await answer.text(),
    duration_ms: performance.now() - startedAt,
  };
}

export type SandboxCallAnswer = Awaited<ReturnType<typeof callSandbox>>;
