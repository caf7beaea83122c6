// The addresses of the token plane. All follow from `APP_URL`.
import { environment } from '@/lib/env';

/** `iss` of every token, and the only `aud` of a client assertion. */
export const issuer = (): string => environment().appUrl;

/** `aud` of every token: the partner ring. */
export const audience = (): string => `${environment().appUrl}/partner/v1`;

export const endpoints = {
  token: () => `${audience()}/oauth/token`,
  introspection: () => `${audience()}/oauth/introspect`,
  revocation: () => `${audience()}/oauth/revoke`,
  jwks: () => `${audience()}/oauth/jwks`,
  documentation: () => `${environment().appUrl}/docs/authentication`,
  /** RFC 9728 §3.1: the well-known part goes between host and path of the resource. */
  resourceMetadata: () => `${environment().appUrl}/.well-known/oauth-protected-resource/partner/v1`,
};
