// A stream outlives the request that opened it, but never the session.
import { expect, it } from 'vitest';
import { consoleRoute, consoleStream } from '@/lib/api/console-route';
import { signedInMember } from '@/lib/auth/testing';
import { withConnection } from '@/lib/api/connection';
import { ownerQuery } from '@/lib/testing';

let over = Promise.withResolvers<void>();

const { GET } = consoleRoute({
  GET: consoleStream({
    role: 'developer',
    async *handler({ signal }) {
      yield { event: 'hello', data: { number: 1 } };
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      over.resolve();
    },
  }),
});

async function open(cookie: string) {
  over = Promise.withResolvers();
  const connection = { rawHeaders: [], remoteAddress: '127.0.0.1', onResponseEnd: () => {} };
  const request = new Request('http://localhost:3000/api', { headers: { cookie } });
  const response = await withConnection(connection, () => GET(request, { params: Promise.resolve({}) }));
  return response.body!.pipeThrough(new TextDecoderStream()).getReader();
}

/** Everything until the end; waits for it. */
async function readToEnd(reader: ReadableStreamDefaultReader<string>, text = ''): Promise<string> {
  const { done, value } = await reader.read();
  return done ? text : readToEnd(reader, text + value);
}

it.each([
  ['the session is revoked', `UPDATE sessions SET revoked_at = now() WHERE id = $1`],
  [
    'the role is no longer enough',
    `UPDATE partner_members SET role = 'read_only' WHERE person_id = (SELECT person_id FROM sessions WHERE id = $1)`,
  ],
])('ends when %s', async (_, sql) => {
  const { cookie, session, partnerId } = await signedInMember();
  await signedInMember({ partnerId }); // an account keeps an owner
  const reader = await open(cookie);
  await reader.read();
  await ownerQuery(sql, [session.id]);
  expect(await readToEnd(reader)).toContain('data: {"number":1}');
  await over.promise;
});

it('tells the handler when its reader goes away', async () => {
  const { cookie } = await signedInMember();
  const reader = await open(cookie);
  await reader.read();
  await reader.cancel();
  await over.promise;
});
