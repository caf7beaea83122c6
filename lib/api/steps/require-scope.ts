// The token must carry the scope that the route declares (RFC 6750 §3.1).
import { ApiError } from '@/lib/core/errors';
import { bearerChallenge } from '@/lib/oauth';
import { required, type Step } from '../exchange';

export const requireScope: Step = (exchange) => {
  const { scope } = exchange.operation;
  if (scope === 'any' || required(exchange.token, 'token').scopes.has(scope)) return;
  throw new ApiError('insufficient_scope', {
    message: `This route needs the scope ${scope}.`,
    headers: { 'www-authenticate': bearerChallenge({ error: 'insufficient_scope', scope }) },
  });
};
