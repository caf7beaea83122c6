// The client, and whether it may act at all. A wrong credential costs a token of a bucket of its own, so that
// guessing is slow while the right credential is always tried (contract §4).
import { requireControlFeed } from '@/lib/control-feed';
import { authenticateClient as authenticate, invalidClient } from '@/lib/oauth';
import { findProject } from '@/lib/projects';
import { wrongCredentialsLimit } from '@/lib/rate-limit';
import { required } from '../exchange';
import type { TokenPlaneStep } from '../oauth-exchange';
import { requireAllowed } from './require-allowed';

export const authenticateClient: TokenPlaneStep = async (exchange) => {
  await requireControlFeed();
  const presented = required(exchange.presented, 'credentials');
  const client = await authenticate(presented);
  if (!client) {
    if (presented.method !== 'none') {
      await requireAllowed(wrongCredentialsLimit(presented.clientId, exchange.address));
    }
    throw invalidClient();
  }
  const project = await findProject(client.client.projectId);
  if (project?.standing !== 'active') throw invalidClient();
  exchange.client = client;
  exchange.project = project;
};
