// A change must come from our own pages: the browser names their origin, and says that the request is no other
// site's. JSON alone is taken, which no form can send (OWASP: cross-site request forgery).
import { ApiError } from '@/lib/core/errors';
import { environment } from '@/lib/env';
import type { SessionStep } from '../session-exchange';

export const requireOwnOrigin: SessionStep = ({ request, operation }) => {
  const site = request.headers.get('sec-fetch-site');
  if (operation.kind !== 'change') {
    // Another site may send people here, never read with their cookies: our answers allow no other origin.
    if (site === 'cross-site' && request.headers.get('sec-fetch-mode') !== 'navigate')
      throw new ApiError('foreign_origin');
    return;
  }
  const ownOrigin = new URL(environment().appUrl).origin;
  const isOwn = request.headers.get('origin') === ownOrigin && (site === null || site === 'same-origin');
  if (!isOwn) throw new ApiError('foreign_origin');
};
