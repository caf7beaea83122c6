// The signature check against real endpoints and events: each way in which a delivery can be refused has its verdict.
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import type { ProjectSnapshot } from '@/lib/core/project';
import { createProject, inWriteContext, ownerQuery, readContext } from '@/lib/testing';
import { checkSignature } from './check-signature';
import { findEvent } from './repository/events';
import { retention } from './retention';
import { rotateWebhookSecret } from './rotate-secret';
import type { EndpointWithSecret } from './schemas';
import { newWebhookSecret } from './secret';
import { eventBody } from './serialize';
import { signatureHeaders } from './sign';
import { endpointAt, happen } from './testing';

const now = () => Math.floor(Date.now() / 1000);
const lines = (headers: Record<string, string>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

let project: ProjectSnapshot;
let endpoint: EndpointWithSecret;
let eventId: string;
let body: string;
beforeEach(async () => {
  project = await createProject();
  endpoint = await endpointAt(project, 'http://127.0.0.1:9/');
  eventId = await happen(project);
  body = eventBody((await findEvent(project.id, eventId, retention(readContext(project).clock)))!);
});

const signed = (secrets: string[], { raw = body, timestamp = now(), id = eventId } = {}) =>
  signatureHeaders({ eventId: id, deliveryId: 'whd_1', body: raw, timestamp, secrets });
const check = (headers: Record<string, string> | string, raw = body, receivedAt?: string) =>
  checkSignature({
    ctx: readContext(project),
    input: {
      id: endpoint.id,
      body: raw,
      headers: typeof headers === 'string' ? headers : lines(headers),
      received_at: receivedAt,
    },
  });
const pick = (headers: Record<string, string>, ...names: string[]) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
const verdicts = async (...call: Parameters<typeof check>) =>
  (await check(...call)).families.map(({ verdict }) => verdict);

describe('a right delivery', () => {
  it('is valid in both families, however its headers are pasted', async () => {
    const headers = signed([endpoint.secret]);
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]])); // prettier-ignore
    const curl = Object.entries(headers).map(([name, value]) => `  -H '${name}: ${value}' \\`).join('\r\n'); // prettier-ignore
    for (const pasted of [
      headers,
      JSON.stringify(lower),
      curl,
      `POST /hook HTTP/1.1\nHost: x\n${lines(headers)}`,
    ]) {
      expect(await check(pasted)).toMatchObject({
        verdict: 'valid',
        event_id: eventId,
        families: [
          { family: 'credicorp', verdict: 'valid', secret: 'current' },
          { family: 'standard', verdict: 'valid', secret: 'current' },
        ],
      });
    }
  });

  it('is valid by one family alone', async () => {
    const headers = signed([endpoint.secret]);
    expect(await verdicts(pick(headers, 'Credicorp-Signature'))).toEqual(['valid', 'absent']);
    const standard = pick(headers, 'webhook-id', 'webhook-timestamp', 'webhook-signature');
    expect(await verdicts(standard)).toEqual(['absent', 'valid']);
  });

  it('is valid by the old secret while both sign, and says so; not afterwards', async () => {
    const old = endpoint.secret;
    const { secret } = await inWriteContext(project, (ctx) =>
      rotateWebhookSecret({ ctx, input: { id: endpoint.id } }),
    );
    expect(await check(signed([secret, old]))).toMatchObject({ verdict: 'valid', families: [{ secret: 'current' }, { secret: 'current' }] }); // prettier-ignore
    expect(await check(signed([old]))).toMatchObject({ verdict: 'valid', families: [{ secret: 'previous' }, { secret: 'previous' }] }); // prettier-ignore
    await ownerQuery(`UPDATE webhook_endpoints SET previous_secret_expires_at = now() - interval '1 minute' WHERE id = $1`, [endpoint.id]); // prettier-ignore
    expect(await check(signed([old]))).toMatchObject({ verdict: 'ended_secret' });
  });
});

describe('a refused delivery', () => {
  it.each([
    ['white_space_at_end', (text: string) => `${text}\n`],
    ['printed_anew', (text: string) => JSON.stringify(JSON.parse(text), null, 2)],
    ['edited', (text: string) => text.replace('submitted', 'approved!')],
    ['not_json', (text: string) => text.slice(0, -1)],
  ])('with its bytes changed (%s) says how and where', async (kind, change) => {
    const headers = signed([endpoint.secret]);
    expect(await check(headers, change(body))).toMatchObject({
      verdict: 'body_changed',
      families: [
        { verdict: 'body_changed', change: { kind } },
        { verdict: 'body_changed', change: { kind } },
      ],
    });
    expect(await check(headers, change(body))).not.toHaveProperty('secret');
  });

  it('names white space and another print even of an event that is not known', async () => {
    const id = newId('evt');
    const raw = JSON.stringify({ id, text: 'Zoë' });
    const headers = signed([endpoint.secret], { raw, id });
    expect(await verdicts(headers, `${raw}\n`)).toEqual(['body_changed', 'body_changed']);
    expect(await verdicts(headers, raw.replace('Zoë', 'Zoe'))).toEqual(['unexplained', 'unexplained']);
  });

  it('signed with another secret is told from one with changed bytes', async () => {
    expect(await verdicts(signed([newWebhookSecret()]))).toEqual(['wrong_secret', 'wrong_secret']);
  });

  it('of another endpoint of the project names it; of another project never', async () => {
    const other = await endpointAt(project, 'http://127.0.0.1:9/other');
    expect(await check(signed([other.secret]))).toMatchObject({
      verdict: 'other_endpoint',
      families: [{ endpoint: { id: other.id } }, { endpoint: { id: other.id } }],
    });
    const foreign = await endpointAt(await createProject(), 'http://127.0.0.1:9/');
    expect(await verdicts(signed([foreign.secret]))).toEqual(['wrong_secret', 'wrong_secret']);
  });

  it('outside the tolerance says by how much, by the clock that is given', async () => {
    const timestamp = now() - 3_600;
    const headers = signed([endpoint.secret], { timestamp });
    expect(await check(headers)).toMatchObject({ verdict: 'outside_tolerance' });
    const at = (seconds: number) => new Date((timestamp + seconds) * 1000).toISOString();
    expect(await verdicts(headers, body, at(300))).toEqual(['valid', 'valid']);
    expect(await verdicts(headers, body, at(301))).toEqual(['outside_tolerance', 'outside_tolerance']);
    expect(await check(headers, body, at(-301))).toMatchObject({ families: [{ offset_seconds: -301 }, {}] });
  });

  it('without headers, or with some that cannot be read, names the header and its form', async () => {
    expect(await check('Content-Type: application/json')).toMatchObject({ verdict: 'header_missing' });
    const headers = signed([endpoint.secret]);
    for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
      const { [name]: _, ...rest } = headers;
      expect((await check(rest)).families[1]).toMatchObject({ verdict: 'header_missing', header: name });
    }
    for (const value of ['t=1', `v1=${'a'.repeat(64)}`, `t=x,v1=${'a'.repeat(64)}`, 't=1,v1=zz', `t=1,t=2,v1=${'a'.repeat(64)}`]) {
      expect((await check({ 'Credicorp-Signature': value })).families[0], value).toMatchObject({ verdict: 'header_malformed', header: 'Credicorp-Signature' });
    } // prettier-ignore
    for (const [name, value] of [['webhook-timestamp', '2026-12-01'], ['webhook-signature', 'v1=abc']] as const) {
      expect((await check({ ...headers, [name]: value })).families[1]).toMatchObject({ verdict: 'header_malformed', header: name });
    } // prettier-ignore
  });

  it('is not covered by the family that is right', async () => {
    const right = signed([endpoint.secret]);
    const wrong = signed([newWebhookSecret()]);
    const mixed = { ...right, 'Credicorp-Signature': wrong['Credicorp-Signature']! };
    expect(await check(mixed)).toMatchObject({
      verdict: 'wrong_secret',
      families: [{ verdict: 'wrong_secret' }, { verdict: 'valid' }],
    });
  });
});

it('lets no secret out, and answers for a foreign endpoint as for none', async () => {
  const answer = JSON.stringify(await check(signed([endpoint.secret]), `${body} `));
  expect(answer).not.toContain(endpoint.secret.slice(6, 20));
  const foreign = await endpointAt(await createProject(), 'http://127.0.0.1:9/');
  const ask = checkSignature({ ctx: readContext(project), input: { id: foreign.id, body, headers: '' } });
  await expect(ask).rejects.toMatchObject({ code: 'resource_not_found' });
});
