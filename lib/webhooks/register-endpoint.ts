// Creates or changes an endpoint for whoever has no pipeline that checks a URL before its transaction: the portal.
import type { Context } from '@/lib/core/context';
import { withTransaction } from '@/lib/db';
import { createEndpoint } from './create-endpoint';
import type { CreateEndpointInput, Endpoint, EndpointWithSecret, UpdateEndpointInput } from './schemas';
import { checkWebhookUrl } from './target-guard';
import { updateEndpoint } from './update-endpoint';

/** @throws ApiError `webhook_endpoint_url_invalid`, `webhook_endpoint_limit`. */
export async function registerEndpoint(call: {
  readonly ctx: Context;
  readonly input: CreateEndpointInput;
}): Promise<EndpointWithSecret> {
  const { ctx, input } = call;
  await checkWebhookUrl(ctx, input.url);
  return withTransaction((tx) => createEndpoint({ ctx: { ...ctx, tx }, input }));
}

/** @throws ApiError `resource_not_found`, `webhook_endpoint_url_invalid`. */
export async function amendEndpoint(call: {
  readonly ctx: Context;
  readonly input: UpdateEndpointInput & { readonly id: string };
}): Promise<Endpoint> {
  const { ctx, input } = call;
  if (input.url !== undefined) await checkWebhookUrl(ctx, input.url);
  return withTransaction((tx) => updateEndpoint({ ctx: { ...ctx, tx }, input }));
}
