// The parameters: known ones once, the required one there, credentials in one place only (RFC 6749 §2.3.1, §3.2).
import { clientParameters, invalidRequest, knownParameters, presentedCredentials } from '@/lib/oauth';
import { headerValues } from '../connection';
import { required } from '../exchange';
import type { TokenPlaneStep } from '../oauth-exchange';

/** What proves something, and so must never stand in a URL, where logs keep it. */
const secretParameters = [...clientParameters, 'token', 'access_token'];

export const readParameters: TokenPlaneStep = (exchange) => {
  const { request, endpoint } = exchange;
  const query = new URL(request.url).searchParams;
  if (secretParameters.some((name) => query.has(name))) {
    throw invalidRequest('Credentials and tokens belong in the body, never in the query.');
  }
  const known = new Set([...clientParameters, ...endpoint.parameters]);
  const parameters = knownParameters(required(exchange.pairs, 'form'), known);
  const presented = presentedCredentials(headerValues(request, 'authorization'), parameters);
  if (!parameters.has(endpoint.requires)) {
    throw invalidRequest(`The parameter ${endpoint.requires} is missing.`);
  }
  exchange.parameters = parameters;
  exchange.presented = presented;
};
