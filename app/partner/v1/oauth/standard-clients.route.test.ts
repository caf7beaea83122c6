// Two standard client libraries configure themselves from the metadata, mint, introspect and revoke, over HTTP
// and through our own host (promises "Token endpoint").
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetSingleton } from '@/lib/core/singleton';
import { withTransaction } from '@/lib/db';
import { createHostServer } from '@/lib/http-host/host-server';
import { addKey, publicJwkSchema } from '@/lib/oauth';
import { createClient, createProject, type TestClient } from '@/lib/testing';
import * as authorizationServer from '../../../.well-known/oauth-authorization-server/route';
import * as protectedResource from '../../../.well-known/oauth-protected-resource/partner/v1/route';
import * as protectedResourceAtRoot from '../../../.well-known/oauth-protected-resource/route';
import * as project from '../project/route';
import * as introspect from './introspect/route';
import * as jwks from './jwks/route';
import * as revoke from './revoke/route';
import * as token from './token/route';

let server: Server;
let origin: string;
let client: TestClient;
let privateKey: CryptoKey;

beforeAll(async () => {
  const host = createHostServer({
    routes: [
      ['/.well-known/oauth-authorization-server', authorizationServer],
      ['/.well-known/oauth-protected-resource', protectedResourceAtRoot],
      ['/.well-known/oauth-protected-resource/partner/v1', protectedResource],
      ['/partner/v1/oauth/introspect', introspect],
      ['/partner/v1/oauth/jwks', jwks],
      ['/partner/v1/oauth/revoke', revoke],
      ['/partner/v1/oauth/token', token],
      ['/partner/v1/project', project],
    ],
    pages: (_, outgoing) => void outgoing.writeHead(404).end(),
  });
  server = host.server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env['APP_URL'] = origin;
  forgetSingleton('environment');

  const own = await createProject({ livemode: true });
  client = await createClient(own);
  const pair = await generateKeyPair('ES256', { extractable: true });
  privateKey = pair.privateKey;
  const publicJwk = publicJwkSchema.parse(await exportJWK(pair.publicKey));
  const input = { projectId: own.id, clientId: client.clientId, publicJwk };
  await withTransaction((tx) => addKey({ ctx: { tx, actor: { kind: 'system', job: 'test' } }, input }));
});

afterAll(() => new Promise((resolve) => {
  server.closeAllConnections();
  server.close(resolve);
})); // prettier-ignore

async function callProject(accessToken: string): Promise<Response> {
  return fetch(`${origin}/partner/v1/project`, { headers: { authorization: `Bearer ${accessToken}` } });
}

describe('openid-client', () => {
  const methods: Record<string, () => openid.ClientAuth> = {
    client_secret_basic: () => openid.ClientSecretBasic(client.clientSecret),
    client_secret_post: () => openid.ClientSecretPost(client.clientSecret),
    private_key_jwt: () => openid.PrivateKeyJwt(privateKey),
  };

  it.each(Object.keys(methods))('discovers, mints, introspects and revokes with %s', async (method) => {
    const configuration = await openid.discovery(
      new URL(origin),
      client.clientId,
      undefined,
      methods[method]!(),
      {
        algorithm: 'oauth2',
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- plain HTTP on the loopback
        execute: [openid.allowInsecureRequests],
      },
    );
    const granted = await openid.clientCredentialsGrant(configuration, { scope: 'applications:read' });
    expect(granted).toMatchObject({ token_type: 'bearer', scope: 'applications:read', expires_in: 900 });
    expect((await callProject(granted.access_token)).status).toBe(200);
    expect(await openid.tokenIntrospection(configuration, granted.access_token)).toMatchObject({
      active: true,
      client_id: client.clientId,
      scope: 'applications:read',
    });
    await openid.tokenRevocation(configuration, granted.access_token);
    expect(await openid.tokenIntrospection(configuration, granted.access_token)).toEqual({ active: false });
    const refused = await callProject(granted.access_token);
    expect({ status: refused.status, body: await refused.json() }).toMatchObject({
      status: 401,
      body: { error: { code: 'token_revoked' } },
    });
  });
});

describe('oauth4webapi', () => {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- plain HTTP on the loopback
  const insecure = { [oauth.allowInsecureRequests]: true };

  it('goes from the resource’s challenge to a validated token, and revokes it', async () => {
    const challenge = (await fetch(`${origin}/partner/v1/project`)).headers.get('www-authenticate') ?? '';
    expect(challenge).toBe(
      `Bearer realm="partner", resource_metadata="${origin}/.well-known/oauth-protected-resource/partner/v1"`,
    );
    const resource = new URL(`${origin}/partner/v1`);
    const resourceServer = await oauth.processResourceDiscoveryResponse(
      resource,
      await oauth.resourceDiscoveryRequest(resource, insecure),
    );
    const issuer = new URL(resourceServer.authorization_servers![0]!);
    const as = await oauth.processDiscoveryResponse(
      issuer,
      await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure }),
    );
    const self: oauth.Client = { client_id: client.clientId };
    const secret = oauth.ClientSecretBasic(client.clientSecret);
    const granted = await oauth.processClientCredentialsResponse(
      as,
      self,
      await oauth.clientCredentialsGrantRequest(as, self, secret, {}, insecure),
    );

    const request = new Request(`${origin}/partner/v1/project`, {
      headers: { authorization: `Bearer ${granted.access_token}` },
    });
    const claims = await oauth.validateJwtAccessToken(as, request, `${origin}/partner/v1`, insecure);
    expect(claims).toMatchObject({ client_id: client.clientId, sub: client.clientId });

    const ask = async () =>
      oauth.processIntrospectionResponse(
        as,
        self,
        await oauth.introspectionRequest(as, self, secret, granted.access_token, insecure),
      );
    expect(await ask()).toMatchObject({ active: true, iss: origin });
    const revocation = await oauth.revocationRequest(as, self, secret, granted.access_token, insecure);
    await oauth.processRevocationResponse(revocation);
    expect(await ask()).toEqual({ active: false });
  });

  it('sees the refusals as the RFCs describe them', async () => {
    const issuer = new URL(origin);
    const as = await oauth.processDiscoveryResponse(
      issuer,
      await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure }),
    );
    const self: oauth.Client = { client_id: client.clientId };
    const wrong = oauth.ClientSecretBasic('wrong');
    const answer = await oauth.clientCredentialsGrantRequest(as, self, wrong, {}, insecure);
    await expect(oauth.processClientCredentialsResponse(as, self, answer)).rejects.toBeInstanceOf(
      oauth.WWWAuthenticateChallengeError,
    );
    const right = oauth.ClientSecretPost(client.clientSecret);
    const scope = await oauth.clientCredentialsGrantRequest(as, self, right, { scope: 'admin' }, insecure);
    await expect(oauth.processClientCredentialsResponse(as, self, scope)).rejects.toMatchObject({
      error: 'invalid_scope',
    });
  });
});
