// The token endpoint that people would reach for: oidc-provider with its store in memory, minting JWTs signed with ES256.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const { ISSUER, PORT, CLIENT_ID, CLIENT_SECRET } = process.env;
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const provider = new Provider(ISSUER, {
  clients: [
    {
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      token_endpoint_auth_method: 'client_secret_basic',
      id_token_signed_response_alg: 'ES256',
    },
  ],
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'bench', use: 'sig', alg: 'ES256' }] },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => `${ISSUER}/api`,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'applications:read',
        audience: `${ISSUER}/api`,
        accessTokenFormat: 'jwt',
        accessTokenTTL: 900,
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
});
const callback = provider.callback();
createServer((request, response) => {
  if (request.url === '/readyz') return response.end('{}');
  return callback(request, response);
}).listen(Number(PORT), '127.0.0.1');
