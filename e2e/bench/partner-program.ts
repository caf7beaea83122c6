// A partner's program: mints a token, opens an application.
import { randomUUID } from 'node:crypto';
import type { AutocannonRequest } from 'autocannon';
import type { SeededClient, RunningProduct } from './servers';

function basicCredentials({ client_id, client_secret }: SeededClient): string {
  return `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`;
}

const mintingBody = 'grant_type=client_credentials';

/** The token plane is metered by address, and one address may mint 20 a second. */
function addressOf(count: number): string {
  return `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`;
}

/** Requests for tokens, each from another address. */
export function mintingRequests(client: SeededClient, path = '/partner/v1/oauth/token'): AutocannonRequest {
  const headers = {
    authorization: basicCredentials(client),
    'content-type': 'application/x-www-form-urlencoded',
  };
  let minted = 0;
  return {
    method: 'POST',
    path,
    body: mintingBody,
    setupRequest: (request) => ({
      ...request,
      headers: { ...headers, 'x-forwarded-for': addressOf(minted++) },
    }),
  };
}

export async function mint(product: RunningProduct, client: SeededClient): Promise<string> {
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
export function applicationBody({ livemode }: SeededClient): string {
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
  client: SeededClient,
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
