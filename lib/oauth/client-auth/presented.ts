// How the caller says who it is: exactly one method (RFC 6749 §2.3, RFC 7521 §4.2). Nothing is looked up here.
import { decodeJwt } from 'jose';
import { invalidRequest } from '../errors';
import type { Parameters } from '../form';
import { parseBasic } from './basic';

export const clientParameters = [
  'client_id',
  'client_secret',
  'client_assertion',
  'client_assertion_type',
] as const;

export type PresentedCredentials =
  /** Nothing, or nothing that can be read. */
  | { readonly method: 'none' }
  | { readonly method: 'secret'; readonly clientId: string; readonly secret: string }
  /** `clientId`: the assertion's subject, not verified yet. */
  | { readonly method: 'assertion'; readonly clientId: string; readonly assertion: string };

const none = { method: 'none' } as const;
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Two headers that were joined on the way; no credential of ours has a comma in it. */
const joinedHeaders = /,\s*(basic|bearer)\s/i;

function subjectOf(assertion: string): string | undefined {
  try {
    const { sub } = decodeJwt(assertion);
    return typeof sub === 'string' && sub !== '' ? sub : undefined;
  } catch {
    return undefined;
  }
}

function requireSameClient(clientId: string, parameters: Parameters): void {
  const stated = parameters.get('client_id');
  if (stated !== undefined && stated !== clientId) throw invalidRequest('client_id names another client.');
}

/**
 * What was presented, in the Authorization header or in the body.
 *
 * @param authorization Every Authorization header of the request.
 * @throws OAuthError `invalid_request` for two headers, two methods, or two client ids.
 */
export function presentedCredentials(
  authorization: readonly string[],
  parameters: Parameters,
): PresentedCredentials {
  const [header] = authorization;
  if (authorization.length > 1 || joinedHeaders.test(header ?? '')) {
    throw invalidRequest('The Authorization header stands twice.');
  }
  const secret = parameters.get('client_secret');
  const assertion = parameters.get('client_assertion');
  const usesAssertion = assertion !== undefined || parameters.has('client_assertion_type');
  const methods = [header !== undefined, secret !== undefined, usesAssertion].filter(Boolean).length;
  if (methods > 1) throw invalidRequest('The client authenticates in two ways at once.');

  if (header !== undefined) {
    const basic = parseBasic(header);
    if (!basic) return none;
    requireSameClient(basic.clientId, parameters);
    return { method: 'secret', ...basic };
  }
  if (usesAssertion) {
    const clientId = assertion === undefined ? undefined : subjectOf(assertion);
    if (clientId === undefined || parameters.get('client_assertion_type') !== assertionType) return none;
    requireSameClient(clientId, parameters);
    return { method: 'assertion', clientId, assertion: assertion as string };
  }
  const clientId = parameters.get('client_id');
  return clientId !== undefined && secret !== undefined ? { method: 'secret', clientId, secret } : none;
}
