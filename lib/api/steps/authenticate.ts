// Who is asking (RFC 6750; contract §2): exactly one bearer token, verified, of a project that stands.
import { ApiError } from '@/lib/core/errors';
import { projectClock } from '@/lib/core/clock';
import { bearerChallenge, verifyAccessToken } from '@/lib/oauth';
import { findProject } from '@/lib/projects';
import { headerValues } from '../connection';
import type { Step } from '../exchange';

const bearerScheme = /^bearer +(.*)$/is;

function tokenInWrongPlace(message: string): ApiError {
  return new ApiError('malformed_request', {
    message,
    headers: { 'www-authenticate': bearerChallenge({ error: 'invalid_request' }) },
  });
}

export const authenticate: Step = async (exchange) => {
  if (exchange.url.searchParams.has('access_token')) {
    throw tokenInWrongPlace('The access token belongs in the Authorization header, never in the query.');
  }
  const credentials = headerValues(exchange.request, 'authorization');
  if (credentials.length > 1) throw tokenInWrongPlace('The Authorization header stands twice.');
  const encoded = bearerScheme.exec(credentials[0] ?? '')?.[1];
  if (!encoded) {
    throw new ApiError('missing_api_key', { headers: { 'www-authenticate': bearerChallenge({}) } });
  }
  const token = await verifyAccessToken(encoded);
  const project = await findProject(token.projectId);
  if (!project || project.livemode !== token.livemode) {
    throw new ApiError('invalid_api_key', {
      headers: { 'www-authenticate': bearerChallenge({ error: 'invalid_token' }) },
    });
  }
  exchange.token = token;
  exchange.project = project;
  exchange.actor = { kind: 'client', clientId: token.clientId, credentialId: token.credentialId };
  exchange.clock = projectClock(project.clockOffsetSeconds);
};
