// The keys as this process holds them: one to sign with, all published ones to verify with. Read at first use
// and again whenever the control feed says that they changed.
import type { KeyObject } from 'node:crypto';
import { singleton } from '@/lib/core/singleton';
import { controlFeed } from '@/lib/control-feed';
import { ensureSigningKeys, isCurrent } from './ensure';
import type { SigningKeyRow } from './repository';
import { openPrivateKey, openPublicKey, type PublicJwk } from './signing-key';

interface Published {
  readonly jwk: PublicJwk;
  readonly publicKey: KeyObject;
  /** Epoch milliseconds after which the key counts no more. */
  readonly removedAt: number;
}

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  /** The token header that goes with it, already encoded. */
  readonly encodedHeader: string;
}

interface KeySet {
  readonly signing: SigningKey;
  readonly published: ReadonlyMap<string, Published>;
}

/** A stranger's `kid` may make us ask the database, but not more often than this. */
const unknownKidReloadMs = 1_000;
const unfedReloadMs = 5_000;

function toKeySet(rows: readonly SigningKeyRow[]): KeySet {
  const current = rows.find(isCurrent);
  if (!current) throw new Error('No signing key is current');
  const header = JSON.stringify({ typ: 'at+jwt', alg: 'ES256', kid: current.kid });
  return {
    signing: {
      kid: current.kid,
      privateKey: openPrivateKey(current.kid, current.private_key_encrypted),
      encodedHeader: Buffer.from(header).toString('base64url'),
    },
    published: new Map(
      rows.map((row) => [
        row.kid,
        {
          jwk: row.public_jwk,
          publicKey: openPublicKey(row.public_jwk),
          removedAt: row.removed_at?.getTime() ?? Number.POSITIVE_INFINITY,
        },
      ]),
    ),
  };
}

export class KeyRing {
  private keys: KeySet | undefined;
  private loading: Promise<KeySet> | undefined;
  private loadedAt = Number.NEGATIVE_INFINITY;
  private outdated = true;

  constructor() {
    controlFeed().subscribe({
      onChange: ({ kind }) => {
        if (kind === 'signing_keys_changed') this.outdated = true;
      },
      onReload: () => (this.outdated = true),
    });
  }

  /** The key to sign with. Needs the database when the keys changed. */
  async signing(): Promise<SigningKey> {
    return (await this.current()).signing;
  }

  /** The public key called `kid`; undefined when it is none of ours. */
  async verifying(kid: string): Promise<KeyObject | undefined> {
    const known = this.find(kid, await this.currentOrLast());
    if (known) return known;
    if (performance.now() - this.loadedAt < unknownKidReloadMs) return undefined;
    return this.find(kid, await this.load());
  }

  /** The JWK set (RFC 7517 §5), in order of publication. */
  async jwks(): Promise<{ keys: PublicJwk[] }> {
    const { published } = await this.currentOrLast();
    const now = Date.now();
    return { keys: [...published.values()].filter((key) => key.removedAt > now).map((key) => key.jwk) };
  }

  private find(kid: string, keys: KeySet): KeyObject | undefined {
    const found = keys.published.get(kid);
    return found && found.removedAt > Date.now() ? found.publicKey : undefined;
  }

  private async current(): Promise<KeySet> {
    // Without a fresh feed nobody tells us of a change, so we look ourselves.
    const trusted = controlFeed().isFresh || performance.now() - this.loadedAt < unfedReloadMs;
    return this.keys && !this.outdated && trusted ? this.keys : this.load();
  }

  /** Public keys outlive a database that is away: what was valid a moment ago still is. */
  private async currentOrLast(): Promise<KeySet> {
    try {
      return await this.current();
    } catch (error) {
      if (this.keys) return this.keys;
      throw error;
    }
  }

  private load(): Promise<KeySet> {
    this.loading ??= (async () => {
      this.outdated = false;
      try {
        this.keys = toKeySet(await ensureSigningKeys());
        this.loadedAt = performance.now();
        return this.keys;
      } catch (error) {
        this.outdated = true;
        throw error;
      } finally {
        this.loading = undefined;
      }
    })();
    return this.loading;
  }
}

/** The process-wide key ring. */
export function keyRing(): KeyRing {
  return singleton('oauth.key-ring', () => new KeyRing());
}

/** The published public keys (RFC 7517 §5). */
export function jwks(): Promise<{ keys: PublicJwk[] }> {
  return keyRing().jwks();
}
