// The feed misses nothing: not what commits late, not what happens while its connection is away, not what was
// there before it began.
import pg from 'pg';
import { afterEach, expect, it, vi } from 'vitest';
import { withTransaction } from '@/lib/db';
import { forgetSingleton } from '@/lib/core/singleton';
import { createProject, ownerQuery, testDatabaseUrl } from '@/lib/testing';
import { startTcpProxy } from '@/lib/testing/servers/tcp-proxy';
import { ControlFeed } from './feed';
import { FeedCache } from './feed-cache';
import { publishChange, type ControlChange } from './index';

const feeds: ControlFeed[] = [];
function newFeed(): ControlFeed {
  const feed = new ControlFeed();
  feeds.push(feed);
  return feed;
}
afterEach(async () => {
  await Promise.all(feeds.splice(0).map((feed) => feed.stop()));
});

const soon = () => new Date(Date.now() + 60_000);
const revocation = (projectId: string, subject: string): ControlChange => ({
  kind: 'token_revoked',
  projectId,
  subject,
  expiresAt: soon(),
});
const publish = (change: ControlChange) => withTransaction((tx) => publishChange(tx, change));
const known = (feed: ControlFeed, subject: string) => () => expect(feed.revocations.has(subject)).toBe(true);

it('knows every unexpired revocation before it says that it is loaded', async () => {
  const { id } = await createProject();
  await publish(revocation(id, 'before-1'));
  await publish({ ...revocation(id, 'expired'), expiresAt: new Date(Date.now() - 1_000) });
  const feed = newFeed();
  expect(feed.isLoaded).toBe(false);
  await feed.start();
  expect(feed.isLoaded).toBe(true);
  known(feed, 'before-1')();
  expect(feed.revocations.has('expired')).toBe(false);
});

it('reads a change within a second of its commit, in every process', async () => {
  const { id } = await createProject();
  const processes = [newFeed(), newFeed()];
  await Promise.all(processes.map((feed) => feed.start()));
  await publish(revocation(id, 'spread'));
  await Promise.all(
    processes.map((feed) => vi.waitFor(known(feed, 'spread'), { timeout: 1_000, interval: 5 })),
  );
});

it('does not miss a change whose transaction began first and commits last', async () => {
  const { id } = await createProject();
  const feed = newFeed();
  await feed.start();
  const late = new pg.Client({ connectionString: testDatabaseUrl() });
  await late.connect();
  try {
    await late.query('BEGIN');
    const insert = `INSERT INTO control_changes (kind, project_id, subject, expires_at) VALUES ('token_revoked', $1, $2, now() + interval '1 minute')`;
    await late.query(insert, [id, 'late']);
    for (let i = 0; i < 50; i += 1) await publish(revocation(id, `early-${i}`));
    await vi.waitFor(known(feed, 'early-49'), { timeout: 1_000 });
    expect(feed.revocations.has('late')).toBe(false);
    await late.query('COMMIT');
    await vi.waitFor(known(feed, 'late'), { timeout: 1_000, interval: 5 });
  } finally {
    await late.end();
  }
});

it('tells of a change once', async () => {
  const { id } = await createProject();
  const feed = newFeed();
  await feed.start();
  const onChange = vi.fn();
  feed.subscribe({ onChange, onReload: () => undefined });
  await publish(revocation(id, 'once'));
  await vi.waitFor(known(feed, 'once'), { timeout: 1_000 });
  for (let i = 0; i < 5; i += 1) await publish(revocation(id, `more-${i}`));
  await vi.waitFor(known(feed, 'more-4'), { timeout: 1_000 });
  const calls = (onChange.mock.calls as [ControlChange][]).filter(([change]) => change.subject === 'once');
  expect(calls).toHaveLength(1);
});

it('learns what happened while its connection was away', async () => {
  const { id } = await createProject();
  const feed = newFeed();
  await feed.start();
  const onReload = vi.fn();
  feed.subscribe({ onChange: () => undefined, onReload });
  const kill = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE '%control-feed' AND datname = current_database()`;
  await ownerQuery(kill);
  await publish(revocation(id, 'meanwhile'));
  await vi.waitFor(known(feed, 'meanwhile'), { timeout: 5_000 });
  expect(onReload).toHaveBeenCalled();
  await vi.waitFor(() => expect(feed.isFresh).toBe(true), { timeout: 2_000 });
});

it('is fresh only while it reads', async () => {
  const feed = newFeed();
  expect(feed.isFresh).toBe(false);
  await feed.start();
  expect(feed.isFresh).toBe(true);
  await feed.stop();
  await vi.waitFor(() => expect(feed.isFresh).toBe(false), { timeout: 2_000 });
});

it('keeps a cache honest: dropped on change, bypassed when the feed is away', async () => {
  const { id } = await createProject();
  const feed = newFeed();
  await feed.start();
  let value = 1;
  const load = vi.fn(async () => ({ value }));
  const cache = new FeedCache(feed, { load, staleKey: ({ subject }) => subject, maximumEntries: 10 });
  expect(await cache.get(id)).toEqual({ value: 1 });
  expect(await cache.get(id)).toEqual({ value: 1 });
  expect(load).toHaveBeenCalledTimes(1);
  value = 2;
  await publish({ kind: 'project_changed', projectId: id, subject: id, expiresAt: null });
  await expect.poll(() => cache.get(id), { timeout: 1_000 }).toEqual({ value: 2 });

  await feed.stop();
  await vi.waitFor(() => expect(feed.isFresh).toBe(false), { timeout: 2_000 });
  value = 3;
  expect(await cache.get(id)).toEqual({ value: 3 });
  expect(cache.peek(id)).toBeUndefined();
});

it('does not store what was read before a change and arrives after it', async () => {
  const feed = newFeed();
  await feed.start();
  const gate = Promise.withResolvers<void>();
  let value = 'old';
  const load = vi.fn(async () => {
    const seen = { value };
    if (value === 'old') await gate.promise;
    return seen;
  });
  const cache = new FeedCache(feed, { load, staleKey: ({ subject }) => subject, maximumEntries: 10 });
  const reading = cache.get('key');
  value = 'new';
  feed.apply({ kind: 'project_changed', projectId: null, subject: 'key', expiresAt: null });
  gate.resolve();
  expect(await reading).toEqual({ value: 'new' });
  expect(cache.peek('key')).toEqual({ value: 'new' });
});

it('keeps trying while the database refuses, without haste', async () => {
  const url = new URL(testDatabaseUrl());
  const proxy = await startTcpProxy(url.hostname, Number(url.port));
  url.hostname = '127.0.0.1';
  url.port = String(proxy.port);
  process.env['DATABASE_URL'] = url.toString();
  forgetSingleton('environment');
  await proxy.cut();
  const connects = vi.spyOn(pg.Client.prototype, 'connect');
  const feed = newFeed();
  const started = feed.start();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(feed.isLoaded).toBe(false);
  expect(connects.mock.calls.length).toBeGreaterThan(1);
  expect(connects.mock.calls.length).toBeLessThan(10);
  await proxy.mend();
  await started;
  expect(feed.isLoaded).toBe(true);
  await feed.stop();
  await proxy.stop();
});
