import type { Metadata } from 'next';
import { SectionHeading } from '@/components/docs/section';
import { Callout } from '@/components/ui/callout';
import { CodeBlock } from '@/components/ui/code-block';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import { scopes, type Scope } from '@/lib/core/scopes';
import { environment } from '@/lib/env';
import { Guide } from '../guide';
import { tokenAnswer } from '../samples';

export const metadata: Metadata = { title: 'Authentication' };

const contents = [
  { id: 'client', title: 'Clients and secrets' },
  { id: 'token', title: 'The token' },
  { id: 'cache', title: 'Cache it' },
  { id: 'scopes', title: 'Scopes' },
  { id: 'key', title: 'Keys instead of secrets' },
  { id: 'rotate', title: 'Rotate a secret' },
  { id: 'revoke', title: 'Revoke' },
  { id: 'discovery', title: 'Discovery' },
];

const scopeSentences: Record<Scope, string> = {
  'applications:read': 'Read and list applications',
  'applications:write': 'Create, submit, accept and withdraw applications',
  'decisions:read': 'Read decisions and their offers',
  'decisions:write': 'Refresh a decision',
  'payments:read': 'Read payment links',
  'payments:write': 'Create and cancel payment links',
  'identity:read': 'Read identity checks',
  'identity:write': 'Start identity checks',
  'disbursements:read': 'Follow payouts',
  'disbursements:write': 'Ask for a payout; no scope releases one',
  'webhooks:read': 'Read endpoints, events and deliveries',
  'webhooks:write': 'Change endpoints and repeat deliveries',
};

const cacheSample = `let cached: { token: string; renewAt: number } | undefined;

export async function accessToken(): Promise<string> {
  if (cached && Date.now() < cached.renewAt) return cached.token;
  const basic = btoa(\`\${clientId}:\${clientSecret}\`);
  const response = await fetch(\`\${origin}/partner/v1/oauth/token\`, {
    method: 'POST',
    headers: { authorization: \`Basic \${basic}\` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (!response.ok) throw new Error(\`Token endpoint: \${response.status}\`);
  const { access_token, expires_in } = await response.json();
  const renewAt = Date.now() + (expires_in - 60) * 1000;
  cached = { token: access_token, renewAt };
  return access_token;
}`;

export default function AuthenticationPage() {
  const { appUrl } = environment();
  return (
    <Guide
      href="/docs/authentication"
      lead="Programs sign in with OAuth 2.0 client credentials. One call gives a token that every other call carries."
      contents={contents}
    >
      <SectionHeading id="client">Clients and secrets</SectionHeading>
      <p>
        A project has any number of clients. The environment is in the name: <code>cid_sbx_…</code> and{' '}
        <code>csk_sbx_…</code> belong to the sandbox, <code>cid_live_…</code> and <code>csk_live_…</code> to
        live. A secret is shown once, when it is made; we keep only a keyed hash of it. Send it by HTTP Basic,
        or as <code>client_id</code> and <code>client_secret</code> in the form, but never both.
      </p>
      <Callout tone="caution" title="Keep it on your server">
        <p>
          A secret in a browser, an app or a repository is a secret you have lost. Its last characters are a
          checksum, so that scanners recognise one.
        </p>
      </Callout>

      <SectionHeading id="token">The token</SectionHeading>
      <CodeBlock
        title="Mint a token"
        language="bash"
        code={`curl --user "$CLIENT_ID:$CLIENT_SECRET" \\
  --data grant_type=client_credentials \\
  --data-urlencode "scope=applications:read applications:write decisions:read" \\
  ${appUrl}/partner/v1/oauth/token`}
      />
      <CodeBlock title="200 OK" language="json" code={tokenAnswer} />
      <p>
        Leave <code>scope</code> out for everything the client may do. A scope that is unknown or not allowed
        gives <code>invalid_scope</code> and no token at all. Send the token in the header, once:{' '}
        <code>Authorization: Bearer …</code>.
      </p>
      <p>
        Errors of the token endpoint have the shape of RFC 6749 (<code>error</code>,{' '}
        <code>error_description</code>), not the <TextLink href="/docs/errors">envelope</TextLink> of the
        other routes.
      </p>

      <SectionHeading id="cache">Cache it</SectionHeading>
      <p>
        A token works until it expires; minting one for each call wastes your time and the five mints a second
        that a client has. Keep it for <code>expires_in</code> less a minute, and mint again on{' '}
        <code>401 token_expired</code>.
      </p>
      <CodeBlock title="One token, reused" language="typescript" code={cacheSample} />

      <SectionHeading id="scopes">Scopes</SectionHeading>
      <DataTable
        caption="Scopes and what they allow"
        rows={scopes}
        rowKey={(scope) => scope}
        columns={[
          { header: 'Scope', cell: (scope) => <code className="text-13 font-medium">{scope}</code> },
          { header: 'Allows', cell: (scope) => scopeSentences[scope] },
        ]}
      />

      <SectionHeading id="key">Keys instead of secrets</SectionHeading>
      <p>
        A client may prove itself with a signed assertion (<code>private_key_jwt</code>, RFC 7523) and have no
        secret at all. Register up to four public keys; sign with ES256, PS256 or EdDSA; <code>iss</code> and{' '}
        <code>sub</code> are the client id, <code>aud</code> is exactly <code>{appUrl}</code>,{' '}
        <code>exp</code> is at most five minutes ahead, and every <code>jti</code> counts once.
      </p>

      <SectionHeading id="rotate">Rotate a secret</SectionHeading>
      <ol>
        <li>Create a second secret on the same client. Both work.</li>
        <li>Deploy the new one everywhere.</li>
        <li>
          Retire the old one by hand, or let a grace of 1 hour, 24 hours or 7 days do it. The grace starts
          when the new secret is first used, so an unfinished deployment never locks you out.
        </li>
      </ol>

      <SectionHeading id="revoke">Revoke</SectionHeading>
      <p>
        <code>POST /partner/v1/oauth/revoke</code> ends one token. Revoking a secret, a key, a client or a
        project ends every token it minted. Either way it is refused everywhere within a second, with{' '}
        <code>401 token_revoked</code>.
      </p>

      <SectionHeading id="discovery">Discovery</SectionHeading>
      <p>Any standard OAuth library configures itself from the metadata.</p>
      <CodeBlock
        title="Addresses"
        language="http"
        code={`GET ${appUrl}/.well-known/oauth-authorization-server
GET ${appUrl}/.well-known/oauth-protected-resource/partner/v1
GET ${appUrl}/partner/v1/oauth/jwks`}
      />
    </Guide>
  );
}
