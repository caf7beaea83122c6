// Who may read /metrics: the holder of METRICS_TOKEN or, where development has none, this machine itself.
import { createHash, timingSafeEqual } from 'node:crypto';
import { ApiError } from '@/lib/core/errors';
import { environment } from '@/lib/env';
import { currentConnection, headerValues } from './connection';

const loopback = /^(?:::ffff:)?127\.|^::1$/;
const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Passes when the caller may read the metrics.
 *
 * @throws ApiError `missing_api_key`, `invalid_api_key`; `route_not_found` for strangers where no token is set.
 */
export function requireMetricsReader(request: Request): void {
  const { metricsToken } = environment();
  if (metricsToken === undefined) {
    // A proxy on this machine would make everyone local; it says so with this header.
    const local =
      loopback.test(currentConnection()?.remoteAddress ?? '') && !request.headers.has('x-forwarded-for');
    if (!local) throw new ApiError('route_not_found');
    return;
  }
  const given = headerValues(request, 'authorization');
  const token = given.length === 1 ? /^bearer +(.+)$/i.exec(given[0] ?? '')?.[1] : undefined;
  const headers = { 'www-authenticate': 'Bearer realm="metrics"' };
  if (token === undefined) throw new ApiError('missing_api_key', { headers });
  if (!timingSafeEqual(digest(token), digest(metricsToken)))
    throw new ApiError('invalid_api_key', { headers });
}
