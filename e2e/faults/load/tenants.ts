// Tokens: a stranger asks for another account's objects, by every operation that takes an id and every filter, and gets what
// he gets for objects that do not exist.
import { newId, type IdPrefix } from '@/lib/core/ids';
import { applicationBody, mint } from '../../bench/partner-program';
import { ownerQuery } from '../../bench/database';
import type { SeededClient } from '../../bench/servers';
import { platform, thousands, type Finding, type Load } from './finding';
import { inParallel } from './parallel';

const probes = 10_000;
const together = 16;

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Which of the owner's objects an operation on `{id}` is about. */
const kinds = [
  ['/applications/', 'app'], ['/decisions/', 'dec'], ['/payments/links/', 'plk'], ['/identity/checks/', 'idc'],
  ['/disbursements/', 'dsb'], ['/events/', 'evt'], ['/webhook_endpoints/', 'whend'],
] as const satisfies readonly (readonly [string, IdPrefix])[]; // prettier-ignore

const ringPath = '/partner/v1';
const methods = ['get', 'post', 'patch', 'delete'];
const filters: readonly (readonly [string, IdPrefix])[] = [
  ['payments/links?application_id=', 'app'],
  ['identity/checks?application_id=', 'app'],
  ['disbursements?application_id=', 'app'],
  ['events?object_id=', 'app'],
  ['applications?cursor=', 'app'],
];

/** Objects of every kind, made by the owner through the API. */
async function makeObjects(origin: string, token: string, client: SeededClient): Promise<ReadonlyMap<string, string>> {
  const post = async (path: string, body: string) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': newId('req') };
    const response = await fetch(`${origin}${ringPath}/${path}`, { method: 'POST', headers, body });
    const answer = (await response.json()) as { id?: string; decision_id?: string };
    if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer as { id: string; decision_id?: string };
  };
  const application = await post('applications', applicationBody(client));
  const link = await post('payments/links', JSON.stringify({ amount_pence: 5_000, reference: 'INV-1', description: 'Fee' }));
  const check = await post('identity/checks', JSON.stringify({ type: 'business', business: { company_number: '00000401', name: 'Healthy Ltd' } }));
  const endpoint = await post('webhook_endpoints', JSON.stringify({ url: 'https://example.com/hook', enabled_events: ['*'] }));
  const events = (await (await fetch(`${origin}${ringPath}/events`, { headers: { authorization: `Bearer ${token}` } })).json()) as { data: { id: string }[] };
  return new Map([['app', application.id], ['dec', application.decision_id ?? ''], ['plk', link.id], ['idc', check.id], ['whend', endpoint.id], ['evt', events.data[0]?.id ?? '']]);
} // prettier-ignore

export async function tenants({ stores, products: [product], client }: Load): Promise<Finding> {
  const { origin } = product;
  const owner = await client(platform);
  const stranger = await client(({ livemode, tier, project_id: id }) => livemode && tier === 'launch' && id !== owner.project_id); // prettier-ignore
  // The stranger is not slowed down: the limiter answers before anybody looks for an object.
  await ownerQuery(stores, `UPDATE projects SET tier = 'platform', negotiated_limits = (SELECT negotiated_limits FROM projects WHERE id = $1) WHERE id = $2`, [owner.project_id, stranger.project_id]); // prettier-ignore
  const [ownToken, token] = [await mint(product, owner), await mint(product, stranger)];
  const objects = await makeObjects(origin, ownToken, owner);
  const { paths } = (await (await fetch(`${origin}${ringPath}/openapi.json`)).json()) as Document;

  const ask = async (method: string, path: string, id: string, hasBody: boolean) => {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': newId('req'), ...(hasBody && { 'content-type': 'application/json' }) }; // prettier-ignore
    const response = await fetch(`${origin}${path}`, { method: method.toUpperCase(), headers, ...(hasBody && { body: '{}' }) }); // prettier-ignore
    const text = await response.text();
    return `${response.status} ${text.replaceAll(/req_[0-9a-z]{26}/g, 'req').replaceAll(id, 'id')}`;
  };
  const operations = Object.entries(paths).flatMap(([path, item]) => {
    const kind = kinds.find(([part]) => path.includes(`${part}{id}`))?.[1];
    if (kind === undefined || !objects.has(kind)) return [];
    return methods.filter((method) => method in item).map((method) => ({ method, path, kind }));
  });
  const everything = [
    ...operations.map(({ method, path, kind }) => ({ method, kind, at: (id: string) => path.replace('{id}', id) })),
    ...filters.map(([path, kind]) => ({ method: 'get', kind, at: (id: string) => `${ringPath}/${path}${id}` })),
  ]; // prettier-ignore
  const leaks: string[] = [];
  await inParallel(probes, together, async (index) => {
    const { method, kind, at } = everything[index % everything.length] as (typeof everything)[0];
    const theirs = objects.get(kind) as string;
    const missing = newId(kind);
    const hasBody = method === 'post' || method === 'patch';
    const [found, lost] = [await ask(method, at(theirs), theirs, hasBody), await ask(method, at(missing), missing, hasBody)]; // prettier-ignore
    if (found !== lost) leaks.push(`${method} ${at(kind)}: ${found.slice(0, 80)} | ${lost.slice(0, 80)}`);
  });
  return {
    promise: 'B asking for A’s object = B asking for a missing one: 0 leaks in 10,000 probes',
    figure: `${leaks.length} leaks in ${thousands(probes)} probes over ${operations.length} operations and ${filters.length} filters${leaks.length > 0 ? ` (${leaks[0]})` : ''}`,
    held: leaks.length === 0,
  };
}
