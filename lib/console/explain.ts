// Why a call failed and what to do, by its code: the catalogue's words, and those of the token plane.
import { errorCatalogue } from '@/lib/core/errors';

export interface Explanation {
  readonly summary: string;
  readonly remedy: string;
  /** The code's page of the documentation. */
  readonly href: string;
}

const tokenPlane = {
  invalid_client: {
    summary: 'The client id is yours, but what proves it is not: the secret is wrong, retired or revoked.',
    remedy:
      'Compare the last four characters with those of the client’s live secrets, and look for stray spaces.',
  },
  invalid_request: {
    summary: 'The token endpoint could not read the request.',
    remedy:
      'Send a form (application/x-www-form-urlencoded) with grant_type, and the client in one place only.',
  },
  invalid_scope: {
    summary: 'A scope was asked for that this client does not have.',
    remedy: 'Leave scope out to get all of the client’s scopes, or allow the scope on the client.',
  },
  unsupported_grant_type: {
    summary: 'The grant type is not one of ours.',
    remedy: 'Send grant_type=client_credentials.',
  },
  unauthorized_client: {
    summary: 'This client may not do that with this token.',
    remedy: 'Use the client that minted the token.',
  },
  temporarily_unavailable: {
    summary: 'The token endpoint was asked too often, or is away for a moment.',
    remedy: 'Mint a token once and reuse it until it expires; wait as long as Retry-After says.',
  },
} as const satisfies Record<string, Omit<Explanation, 'href'>>;

/** Undefined for a code that nobody explains. */
export function explain(code: string): Explanation | undefined {
  if (Object.hasOwn(tokenPlane, code)) {
    return { ...tokenPlane[code as keyof typeof tokenPlane], href: '/docs/authentication' };
  }
  if (!Object.hasOwn(errorCatalogue, code)) return undefined;
  const { summary, remedy } = errorCatalogue[code as keyof typeof errorCatalogue];
  return { summary, remedy, href: `/docs/errors/${code}` };
}
