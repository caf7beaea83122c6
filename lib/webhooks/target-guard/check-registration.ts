// Checks a URL before an endpoint is made or moved, outside any transaction (contract §3, §9).
import type { Context } from '@/lib/core/context';
import { fieldError } from '@/lib/core/field-errors';
import { environment } from '@/lib/env';
import { resolveTarget, resolveName, type ResolveName } from './resolve-target';
import { parseWebhookUrl, type UrlRules } from './webhook-url';

const timeoutMs = 2_000;

/** What this project's endpoints may be: a developer's own machine in the sandbox of a development server only. */
export function urlRules(livemode: boolean): UrlRules {
  return { allowLocal: !livemode && environment().allowLocalWebhooks };
}

/**
 * Silence of the name servers accepts, and so does a name that is not known yet: every attempt checks again.
 *
 * @throws ApiError `webhook_endpoint_url_invalid` when the URL is not allowed, or leads to an address that is not.
 */
export async function checkWebhookUrl(
  ctx: Pick<Context, 'project' | 'deadline'>,
  url: string,
  resolve: ResolveName = resolveName,
): Promise<void> {
  const target = parseWebhookUrl(url, urlRules(ctx.project.livemode));
  const limit = AbortSignal.timeout(timeoutMs);
  const signal = ctx.deadline ? AbortSignal.any([limit, ctx.deadline]) : limit;
  const resolution = target && (await resolveTarget(target, signal, resolve).catch(() => null));
  if (!target || resolution?.problem === 'forbidden') throw fieldError('webhook_endpoint_url_invalid', 'url');
}
