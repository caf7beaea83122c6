// A partner's program: mints a token, opens an application.
import { randomUUID } from 'node:crypto';
import type { PlatformClient, RunningProduct } from './servers';

export function basicCredentials({ client_id, client_secret }: PlatformClient): string {
  return `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`;
}

export const mintingBody = 'grant_type=client_credentials';

export async function mint(product: RunningProduct, client: PlatformClient): Promise<string> {
  const response = await fetch(`${product.origin}/partner/v1/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: basicCredentials(client),
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': '192.0.2.1',
    },
    body: mintingBody,
  });
  if (!response.ok) throw new Error(`Minting failed: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { access_token: string }).access_token;
}

/** A company that is approved, in the sandbox or by the simulated live providers. */
export function applicationBody({ livemode }: PlatformClient): string {
  return JSON.stringify({
    business: { company_number: livemode ? 'ZZ000401' : '00000401' },
    amount_pence: 1_500_000,
    term_months: 12,
    purpose: 'working_capital',
    applicant: { email: 'owner@example.com', first_name: 'Alex' },
    reference: 'bench',
    metadata: { source: 'bench' },
  });
}

export async function openApplication(
  product: RunningProduct,
  client: PlatformClient,
  token: string,
): Promise<string> {
  const response = await fetch(`${product.origin}/partner/v1/applications`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: applicationBody(client),
  });
  if (response.status !== 201) throw new Error(`Opening failed: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}
