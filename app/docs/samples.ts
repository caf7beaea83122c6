// The calls that the landing page and the quickstart show. e2e/docs.spec.ts pastes them into a shell as the page has them.

/** Mints a token into $TOKEN. */
export function mintSample(origin: string): string {
  return `TOKEN=$(curl --silent --fail-with-body \\
  --user "$CLIENT_ID:$CLIENT_SECRET" \\
  --data grant_type=client_credentials \\
  ${origin}/partner/v1/oauth/token \\
  | sed -E 's/.*"access_token": ?"([^"]+)".*/\\1/')`;
}

/** Asks for £25,000.00 over a year for a company that the sandbox approves. */
export function createSample(origin: string): string {
  return `curl ${origin}/partner/v1/applications \\
  --header "Authorization: Bearer $TOKEN" \\
  --header "Idempotency-Key: quickstart-1" \\
  --json '{
    "business": { "company_number": "00000401" },
    "amount_pence": 2500000,
    "term_months": 12,
    "purpose": "working_capital",
    "applicant": { "email": "ada@healthy.example", "first_name": "Ada" },
    "reference": "quickstart-1"
  }'`;
}

/** Reads the decision of the application in $APPLICATION_ID. */
export function decisionSample(origin: string): string {
  return `curl ${origin}/partner/v1/decisions/$APPLICATION_ID \\
  --header "Authorization: Bearer $TOKEN"`;
}

export function projectSample(origin: string): string {
  return `curl ${origin}/partner/v1/project \\
  --header "Authorization: Bearer $TOKEN"`;
}

/** What the token endpoint answers. */
export const tokenAnswer = `{
  "access_token": "eyJhbGciOiJFUzI1NiIs…",
  "token_type": "Bearer",
  "expires_in": 900,
  "scope": "applications:read applications:write decisions:read"
}`;

/** What a decision looks like, shortened. */
export const decisionAnswer = `{
  "id": "dec_01kanv2mc4q9e1h6j3k8m5n2p7",
  "object": "decision",
  "outcome": "approved",
  "version": 1,
  "offers": [
    {
      "id": "off_01kanv2mc5r7t2w8x4y6z1a3b9",
      "amount_pence": 2500000,
      "term_months": 12,
      "expires_at": "2026-12-06T17:40:00Z",
      …
    }
  ],
  …
}`;
