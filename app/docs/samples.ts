// The calls and programs that the landing page and the quickstart show. e2e/docs.spec.ts runs them as the page has them.

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

/** The whole quickstart as a program without dependencies; prints the decision. */
export function programInTypeScript(origin: string): string {
  return `const origin = '${origin}';
const { CLIENT_ID, CLIENT_SECRET } = process.env;

const minted = await fetch(origin + '/partner/v1/oauth/token', {
  method: 'POST',
  headers: { authorization: 'Basic ' + btoa(CLIENT_ID + ':' + CLIENT_SECRET) },
  body: new URLSearchParams({ grant_type: 'client_credentials' }),
});
const { access_token } = await minted.json();
const headers = { authorization: 'Bearer ' + access_token, 'content-type': 'application/json' };

const created = await fetch(origin + '/partner/v1/applications', {
  method: 'POST',
  headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
  body: JSON.stringify({
    business: { company_number: '00000401' },
    amount_pence: 2_500_000,
    term_months: 12,
    applicant: { email: 'ada@healthy.example', first_name: 'Ada' },
  }),
});
const application = await created.json();

for (;;) {
  const answer = await fetch(origin + '/partner/v1/decisions/' + application.id, { headers });
  if (answer.status !== 409) {
    console.log(JSON.stringify(await answer.json(), null, 2));
    break;
  }
  const seconds = Number(answer.headers.get('retry-after') ?? 1);
  await new Promise((resume) => setTimeout(resume, seconds * 1000));
}`;
}

/** The same with Python's standard library. */
export function programInPython(origin: string): string {
  return `import base64, json, os, time, urllib.error, urllib.parse, urllib.request, uuid

ORIGIN = "${origin}"

def call(path, headers, body=None):
    request = urllib.request.Request(ORIGIN + path, data=body, headers=headers)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)

client = os.environ["CLIENT_ID"] + ":" + os.environ["CLIENT_SECRET"]
token = call(
    "/partner/v1/oauth/token",
    {"Authorization": "Basic " + base64.b64encode(client.encode()).decode()},
    urllib.parse.urlencode({"grant_type": "client_credentials"}).encode(),
)["access_token"]
headers = {"Authorization": "Bearer " + token, "Content-Type": "application/json"}

application = call(
    "/partner/v1/applications",
    {**headers, "Idempotency-Key": str(uuid.uuid4())},
    json.dumps({
        "business": {"company_number": "00000401"},
        "amount_pence": 2_500_000,
        "term_months": 12,
        "applicant": {"email": "ada@healthy.example", "first_name": "Ada"},
    }).encode(),
)

while True:
    try:
        print(json.dumps(call("/partner/v1/decisions/" + application["id"], headers), indent=2))
        break
    except urllib.error.HTTPError as refusal:
        if refusal.code != 409:
            raise
        time.sleep(int(refusal.headers.get("Retry-After", "1")))`;
}
