// Who is asking: the living session of the cookie, read from its row.
import { ApiError } from '@/lib/core/errors';
import { readCookie, readSession } from '@/lib/auth';
import type { SessionStep } from '../session-exchange';

export const authenticateSession: SessionStep = async (exchange) => {
  const { kind } = exchange.operation.audience;
  if (kind === 'anyone') return;
  const session = await readSession(kind, readCookie(kind, exchange.request.headers.get('cookie')));
  if (!session) throw new ApiError('not_signed_in');
  exchange.session = session;
};
