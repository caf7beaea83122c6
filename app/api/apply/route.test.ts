// The forms of the applicant's page: taken from our own pages only, and always answered by a page.
import { describe, expect, it } from 'vitest';
import {
  open as openApplication,
  auditActsOf,
  eventTypesOf,
  statusOf,
  traces,
} from '@/lib/applications/testing';
import { viewForApplicant } from '@/lib/applications';
import type { CreateApplicationInput } from '@/lib/applications/schemas';
import type { ProjectSnapshot } from '@/lib/core/project';
import { readDraft } from '@/lib/api/hosted-draft';
import { hostedWindow } from '@/lib/rate-limit';
import { callRoute, createProject, ownerQuery, runJobs } from '@/lib/testing';
import { POST as accept } from './accept/route';
import { POST as details } from './details/route';
import { POST as submit } from './submit/route';

type Handler = Parameters<typeof callRoute>[0];
const origin = 'http://localhost:3000';
let address = 0;
const form = (handler: Handler, fields: Record<string, string>, headers: Record<string, string> = {}, remoteAddress = `10.0.${(address += 1) >> 8}.${address & 255}`) =>
  callRoute(handler, {
    method: 'POST',
    path: '/api/apply/form',
    remoteAddress,
    headers: {
      origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  }); // prettier-ignore
const locationOf = ({ headers }: { headers: Headers }) => headers.get('location');
const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);

const fresh = { submit: false, applicant: undefined, redirect_uri: 'https://partner.example/back?x=1' };
async function open(overrides: Partial<CreateApplicationInput> = fresh, project?: ProjectSnapshot) {
  const application = await openApplication(project ?? (await createProject()), overrides);
  const token = tokenOf(application.handoff_url);
  return { id: application.id, decisionId: application.decision_id, url: application.handoff_url, token };
}
const view = async (token: string) => (await viewForApplicant(token))!;
const person = { first_name: 'Ada', email: 'ada@example.com' };
const acceptance = { name: 'Ada Lovelace', email: 'ada@example.com', consent: 'yes' };

describe('the way of an applicant', () => {
  it('303 to the review, to the decision, to the agreement', async () => {
    const { id, token, url } = await open();
    expect(locationOf(await form(details, { token, ...person }))).toBe(`${url}?step=review`);
    expect(await view(token)).toMatchObject({ status: 'created', firstName: 'Ada', email: person.email });
    expect(locationOf(await form(submit, { token }))).toBe(url);
    expect(await statusOf(id)).toBe('submitted');
    await runJobs();
    const approved = await view(token);
    const [offer] = approved.offers;
    expect(approved.returnUrl).toBe(`https://partner.example/back?x=1&application_id=${id}&status=approved`);
    const accepting = { token, ...acceptance, offer_id: offer!.id, terms_sha256: offer!.termsSha256 };
    expect(locationOf(await form(accept, accepting))).toBe(url);
    const accepted = await view(token);
    expect(accepted.status).toBe('accepted');
    expect(accepted.agreement?.text.startsWith(offer!.terms)).toBe(true);
    expect(accepted.agreement?.text).toContain('Accepted for the borrower by Ada Lovelace');
    const [kept] = await ownerQuery('SELECT accepted_via, accepted_by_email FROM agreements WHERE application_id = $1', [id]); // prettier-ignore
    expect(kept).toEqual({ accepted_via: 'hosted', accepted_by_email: person.email });
    expect(await eventTypesOf(id)).toEqual(['application.created', 'application.submitted', 'application.accepted']); // prettier-ignore
    expect(await auditActsOf(id)).toContain('application.give_details');
    // A second press shows where things stand.
    expect(locationOf(await form(accept, accepting))).toBe(url);
    expect(locationOf(await form(submit, { token }))).toBe(url);
    expect(locationOf(await form(details, { token, ...person }))).toBe(url);
  });

  it('keeps what was typed when a field cannot be right', async () => {
    const { token, url } = await open();
    const answer = await form(details, { token, first_name: 'Ada', email: 'not an address' });
    expect(locationOf(answer)).toBe(`${url}?step=details&notice=check&fields=email`);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toContain(`Path=/apply/${token}; Max-Age=600; HttpOnly; SameSite=Strict`);
    expect(readDraft(/^draft=([\w-]*)/.exec(cookie)?.[1])).toEqual({
      first_name: 'Ada',
      email: 'not an address',
    });
    expect((await view(token)).email).toBeNull();
  });

  it('submits nothing without the applicant’s details', async () => {
    const { id, token, url } = await open();
    expect(locationOf(await form(submit, { token }))).toBe(`${url}?step=details`);
    expect(await statusOf(id)).toBe('created');
  });

  it('binds nobody without consent, to other terms than were shown, or to a void or expired offer', async () => {
    const project = await createProject();
    const { id, token, url } = await open({}, project);
    await runJobs();
    const [offer] = (await view(token)).offers;
    const right = { token, ...acceptance, offer_id: offer!.id, terms_sha256: offer!.termsSha256 };
    const { consent: _, ...silent } = right;
    expect(locationOf(await form(accept, silent))).toBe(
      `${url}?offer=${offer!.id}&notice=check&fields=consent`,
    );
    const other = { ...right, terms_sha256: 'a'.repeat(64) };
    expect(locationOf(await form(accept, other))).toBe(`${url}?notice=terms-changed`);
    expect((await form(accept, { ...right, offer_id: 'off_01kc2m3n4p5q6r7s8t9v0w1x2y' })).status).toBe(404);
    await ownerQuery('UPDATE projects SET clock_offset_seconds = 1296000 WHERE id = $1', [project.id]);
    expect((await view(token)).status).toBe('expired'); // whether or not a job has been by
    expect(locationOf(await form(accept, right))).toBe(`${url}?notice=offer-expired`);
    expect(await statusOf(id)).toBe('approved');
  });

  it('opens exactly one application', async () => {
    const mine = await open();
    const other = await open({});
    await runJobs();
    const [offer] = (await view(other.token)).offers;
    const crossed = {
      token: mine.token,
      ...acceptance,
      offer_id: offer!.id,
      terms_sha256: offer!.termsSha256,
    };
    expect((await form(accept, crossed)).status).toBe(404);
    for (const token of ['', 'x', '//evil.example', `${mine.token}x`, mine.token.slice(0, -1) + (mine.token.endsWith('A') ? 'B' : 'A')]) {
      expect((await form(details, { token, ...person })).status).toBe(404);
    } // prettier-ignore
  });

  it('sends nobody to an address that a live project no longer lists', async () => {
    const redirectUri = 'https://partner.example/back';
    const project = await createProject({ livemode: true, redirectUris: [redirectUri] });
    const company = { company_number: 'ZZ000401' };
    const { token, id } = await open({ ...fresh, business: company, redirect_uri: redirectUri }, project);
    expect((await view(token)).returnUrl).toBe(`${redirectUri}?application_id=${id}&status=created`);
    await ownerQuery('UPDATE projects SET redirect_uris = ARRAY[$2] WHERE id = $1', [
      project.id,
      `${redirectUri}/`,
    ]);
    await expect.poll(async () => (await view(token)).returnUrl, { timeout: 2_000 }).toBeNull();
  });

  it('waits while the project is suspended', async () => {
    const project = await createProject();
    const { token, url } = await open(fresh, project);
    await ownerQuery("UPDATE projects SET status = 'suspended' WHERE id = $1", [project.id]);
    expect(locationOf(await form(details, { token, ...person }))).toBe(`${url}?notice=not-now`);
  });
});

describe('a form from elsewhere', () => {
  it.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['a cross-site request', { 'sec-fetch-site': 'cross-site' }],
    ['JSON', { 'content-type': 'application/json' }],
  ])('403: %s', async (_, headers) => {
    const { token } = await open({});
    const before = await traces();
    for (const handler of [details, submit, accept]) {
      expect((await form(handler, { token, ...person }, headers)).status).toBe(403);
    }
    expect(await traces()).toEqual(before);
  });

  it('429: too many from one address, and only from there', async () => {
    const { token } = await open();
    const send = (from: string) => form(details, { token: 'x', ...person }, {}, from);
    for (let i = 0; i < hostedWindow.limit; i += 1) expect((await send('192.0.2.1')).status).toBe(404);
    const limited = await send('192.0.2.1');
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await send('192.0.2.2')).status).toBe(404);
    expect(locationOf(await form(submit, { token }, {}, '192.0.2.1'))).toMatch(/step=details$/); // a window of its own
  });
});
