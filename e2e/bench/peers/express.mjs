// The read as most people would write it on Express with the middleware that is at hand.
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { Redis } from 'ioredis';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { RedisStore } from 'rate-limit-redis';
import { find, toApplication } from './application.mjs';

const { JWKS, ISSUER, REDIS_URL, PORT } = process.env;
const keys = createLocalJWKSet(JSON.parse(JWKS));
const redis = new Redis(REDIS_URL);

const authenticate = async (request, response, next) => {
  const token = (request.headers.authorization ?? '').slice('Bearer '.length);
  const { payload } = await jwtVerify(token, keys, { issuer: ISSUER, audience: `${ISSUER}/partner/v1` });
  if (!payload.scope.split(' ').includes('applications:read')) return response.sendStatus(403);
  request.project = payload.project_id;
  return next();
};
const limit = rateLimit({
  windowMs: 1_000,
  limit: 1_000_000,
  standardHeaders: 'draft-7',
  legacyHeaders: false,
  keyGenerator: (request) => request.project,
  store: new RedisStore({ prefix: 'peer-express:', sendCommand: (...args) => redis.call(...args) }),
});

const app = express();
app.get('/readyz', (_request, response) => response.json({ ready: true }));
app.get('/partner/v1/applications/:id', authenticate, limit, async (request, response) => {
  const row = await find(request.params.id, request.project);
  if (!row) return response.sendStatus(404);
  return response.json(toApplication(row));
});
app.listen(Number(PORT), '127.0.0.1');
