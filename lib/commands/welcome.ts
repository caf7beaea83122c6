// What a development start prints: where to go, how to sign in, and three lines to paste.
import { seededCredentials } from '@/prisma/seed/credentials';
import type { EmbeddedPostgres } from '@/lib/db/embedded';
import type { Environment } from '@/lib/env';

/** The text, without a trailing newline. */
export function welcome(settings: Environment, embedded: EmbeddedPostgres | undefined): string {
  const { appUrl } = settings;
  const sandbox = seededCredentials(appUrl).clients.find(({ tier }) => tier === 'build');
  if (!sandbox) throw new Error('The seed has no sandbox project.');
  const application =
    '{"business":{"company_number":"00000401"},"amount_pence":2500000,"term_months":12,' +
    '"applicant":{"email":"jo@example.com","first_name":"Jo"}}';
  return [
    '',
    `The partner platform runs at ${appUrl}`,
    `  Partner portal       ${appUrl}/sign-in`,
    `  Operations           ${appUrl}/ops/sign-in`,
    `  Mail it would send   ${appUrl}/dev/mail`,
    `  Project and limits   ${appUrl}/partner/v1/project`,
    `  OpenAPI document     ${appUrl}/partner/v1/openapi.json`,
    `  Database             ${embedded ? `embedded PostgreSQL in ${embedded.dataDirectory}` : 'as DATABASE_URL says'}`,
    `  Rate limiter         ${settings.redisUrl ? 'on Redis' : 'in this process'}`,
    '',
    'People sign in with the e-mail, password and code secret that "npm run credentials" prints.',
    'Programs sign in with a client id and secret; "npm run credentials" prints those of every seeded project.',
    'Paste these three lines, one after the other, to borrow money in the sandbox:',
    '',
    `  TOKEN=$(curl -s ${appUrl}/partner/v1/oauth/token -u '${sandbox.client_id}:${sandbox.client_secret}' -d grant_type=client_credentials | sed -E 's/.*"access_token":"([^"]+)".*/\\1/')`,
    `  APP=$(curl -s ${appUrl}/partner/v1/applications -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: $(date +%s)-$$" -H 'Content-Type: application/json' -d '${application}' | sed -E 's/.*"id":"(app_[^"]+)".*/\\1/'); echo $APP`,
    `  sleep 1; curl -s ${appUrl}/partner/v1/decisions/$APP -H "Authorization: Bearer $TOKEN"`,
    '',
  ].join('\n');
}
