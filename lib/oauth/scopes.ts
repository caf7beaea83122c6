// Which scopes a token gets (RFC 6749 §3.3).
import { isScope } from '@/lib/core/scopes';
import { OAuthError } from './errors';

const wellFormed = /^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/;

/**
 * The scopes to grant: all of the client's when none is asked for, else exactly those asked for, each once.
 *
 * @throws OAuthError `invalid_scope` when one is malformed, unknown, or not allowed to the client.
 */
export function grantedScopes(requested: string | undefined, allowed: readonly string[]): readonly string[] {
  if (requested === undefined) return allowed;
  const refuse = (description: string) => new OAuthError('invalid_scope', { description });
  if (!wellFormed.test(requested)) throw refuse('Scopes are separated by single spaces.');
  const scopes = [...new Set(requested.split(' '))];
  if (!scopes.every(isScope)) throw refuse('A scope is unknown.');
  if (!scopes.every((scope) => allowed.includes(scope)))
    throw refuse('A scope is not allowed to this client.');
  return scopes;
}
