// One request for a token, as a program makes it.
import type { RunningProduct, SeededClient } from '../../bench/servers';

export interface Minted {
  readonly status: number;
  readonly token: string | undefined;
  readonly milliseconds: number;
}

/** Asks `product` for a token with `secret`, from `address`. */
export async function tryToMint(
  product: RunningProduct,
  client: SeededClient,
  { secret = client.client_secret, address }: { readonly secret?: string; readonly address: string },
): Promise<Minted> {
  const startedAt = performance.now();
  const response = await fetch(`${product.origin}/partner/v1/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${client.client_id}:${secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': address,
    },
    body: 'grant_type=client_credentials',
  });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  return { status: response.status, token, milliseconds: performance.now() - startedAt };
}

/** The `count`th of many addresses. */
export const addressOf = (count: number) => `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`;
