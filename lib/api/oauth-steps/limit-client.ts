// What one client may ask of the token plane, taken only once its credential was verified (contract §4).
import { clientLimit } from '@/lib/rate-limit';
import { required } from '../exchange';
import type { TokenPlaneStep } from '../oauth-exchange';
import { requireAllowed } from './require-allowed';

export const limitClient: TokenPlaneStep = (exchange) =>
  requireAllowed(
    clientLimit(required(exchange.client, 'client').client.id, required(exchange.project, 'project').limits),
  );
