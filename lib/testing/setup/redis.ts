// Set-up file: gives the test file a Redis server of its own.
import { afterAll } from 'vitest';
import { startRedis } from '../servers/redis';
import { provideRedis } from '../redis-server';

const server = await startRedis();
provideRedis(server);
process.env['REDIS_URL'] = server.url;

afterAll(() => server.stop());
