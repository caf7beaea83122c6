// Registers an endpoint (contract §9). Its URL was checked before the transaction opened.
import type { WriteContext } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { auditEndpoint } from './endpoint-change';
import { apiVersion } from './event-types';
import { insertEndpoint, takeSlot, type EndpointRow } from './repository/endpoints';
import type { CreateEndpointInput, EndpointWithSecret } from './schemas';
import { newWebhookSecret, sealSecret } from './secret';
import { toEndpoint } from './serialize';

/** In all projects of an account together. */
const endpointLimit = 20;

/** @throws ApiError `webhook_endpoint_limit` when the account has 20 endpoints. */
export async function createEndpoint(call: {
  readonly ctx: WriteContext;
  readonly input: CreateEndpointInput;
}): Promise<EndpointWithSecret> {
  const { ctx, input } = call;
  const { id: projectId, livemode, partnerId } = ctx.project;
  const slot = await takeSlot(partnerId, endpointLimit, ctx.tx);
  if (slot === null) throw new ApiError('webhook_endpoint_limit');
  const id = newId('whend');
  const secret = newWebhookSecret();
  const now = ctx.clock.now();
  const row: EndpointRow = {
    id,
    projectId,
    livemode,
    url: input.url,
    description: input.description ?? null,
    enabledEvents: [...new Set(input.enabled_events)],
    apiVersion: input.api_version ?? apiVersion,
    metadata: input.metadata ?? null,
    status: 'enabled',
    disabledReason: null,
    secret: Buffer.from(sealSecret(id, secret)),
    previousSecret: null,
    previousSecretExpiresAt: null,
    createdAt: now,
    updatedAt: now,
  };
  await insertEndpoint(row, { partnerId, slot }, ctx.tx);
  await auditEndpoint(ctx, row, 'create', { enabled_events: row.enabledEvents });
  return { ...toEndpoint(row), secret };
}
