// Gives an endpoint a new secret; the one before signs beside it for 24 hours (contract §9).
import type { WriteContext } from '@/lib/core/context';
import { changeEndpoint, requireEndpoint } from './endpoint-change';
import type { EndpointWithSecret } from './schemas';
import { newWebhookSecret, overlapMs, sealSecret } from './secret';
import { toEndpoint } from './serialize';

/** A second rotation within the overlap ends the oldest secret at once. @throws ApiError `resource_not_found`. */
export async function rotateWebhookSecret(call: {
  readonly ctx: WriteContext;
  readonly input: { readonly id: string };
}): Promise<EndpointWithSecret> {
  const { ctx, input } = call;
  const before = await requireEndpoint(ctx.project.id, input.id, ctx.tx);
  const secret = newWebhookSecret();
  const after = await changeEndpoint(ctx, before, {
    act: 'rotate_secret',
    at: ctx.clock.now(),
    changes: {
      secret: Buffer.from(sealSecret(before.id, secret)),
      previousSecret: before.secret,
      previousSecretExpiresAt: new Date(Date.now() + overlapMs), // signatures keep real time (§10)
    },
  });
  return { ...toEndpoint(after), secret };
}
