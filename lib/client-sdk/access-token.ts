// One access token for the whole process: minted once for any number of callers, renewed before it expires.
import { PartnerOAuthError } from './errors';
import { sendWithRetries, type RetryPolicy, type Surroundings } from './retry';

export interface TokenSettings {
  readonly origin: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Ask for some of the client's scopes only. */
  readonly scopes?: readonly string[];
}

export interface AccessTokens {
  /** A token that is good now. @throws PartnerOAuthError */
  current(): Promise<string>;
  /** The API refused `spent`: the next `current` mints, unless that has happened already. */
  discard(spent: string): void;
}

interface CachedToken {
  readonly value: string;
  /** A new one is fetched in the background from here on … */
  readonly renewAt: number;
  /** … and this one is not used any more from here on. */
  readonly unusableAt: number;
}

/** RFC 6749 §2.3.1: both halves are form-encoded before they are joined. */
function basicCredentials(clientId: string, clientSecret: string): string {
  const encoded = (text: string) => new URLSearchParams({ '': text }).toString().slice(1);
  return `Basic ${btoa(`${encoded(clientId)}:${encoded(clientSecret)}`)}`;
}

/** The tokens of one client. */
export function accessTokens(
  { origin, clientId, clientSecret, scopes }: TokenSettings,
  retry: RetryPolicy,
  surroundings: Surroundings,
): AccessTokens {
  let cached: CachedToken | undefined;
  let minting: Promise<CachedToken> | undefined;

  const request = () =>
    new Request(`${origin}/partner/v1/oauth/token`, {
      method: 'POST',
      headers: { authorization: basicCredentials(clientId, clientSecret), accept: 'application/json' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        ...(scopes && { scope: scopes.join(' ') }),
      }),
    });

  async function mint(): Promise<CachedToken> {
    const askedAt = surroundings.now();
    const response = await sendWithRetries(request, retry, surroundings);
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw new PartnerOAuthError(response, body);
    const { access_token: value, expires_in: lifetime } = body as {
      access_token: string;
      expires_in: number;
    };
    return {
      value,
      renewAt: askedAt + lifetime * 800,
      unusableAt: askedAt + Math.max(lifetime - 10, lifetime / 2) * 1000,
    };
  }

  /** Single flight: whoever comes while a token is being minted waits for that one. */
  function renew(): Promise<CachedToken> {
    minting ??= mint()
      .then((token) => (cached = token))
      .finally(() => (minting = undefined));
    return minting;
  }

  return {
    async current() {
      const now = surroundings.now();
      if (!cached || now >= cached.unusableAt) return (await renew()).value;
      // The present token still works: a failure now is no one's concern, the next caller tries again.
      if (now >= cached.renewAt) renew().catch(() => undefined);
      return cached.value;
    },
    discard(spent) {
      if (cached?.value === spent) cached = undefined;
    },
  };
}
