import { beforeEach, describe, expect, it } from 'vitest';
import type { ProjectSnapshot } from '@/lib/core/project';
import { createProject, inWriteContext, ownerQuery, readContext } from '@/lib/testing';
import { disableEndpoint } from './disable-endpoint';
import { listEventLog } from './list-event-log';
import { replayFailed } from './replay-failed';
import { endpointAt, happen, stateOf } from './testing';

const hourMs = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * hourMs);

let project: ProjectSnapshot;
beforeEach(async () => {
  project = await createProject();
});

/** An event of `hours` ago whose delivery to `endpointId` has come to `status` after `attempts`. */
async function delivered(endpointId: string, hours: number, status: string, attempts = 1): Promise<string> {
  const eventId = await happen(project, ago(hours));
  await ownerQuery(
    `UPDATE webhook_deliveries SET status = $3::webhook_delivery_status, attempts = $4,
       next_attempt_at = now() + interval '1 day' WHERE event_id = $1 AND endpoint_id = $2`,
    [eventId, endpointId, status, attempts],
  );
  return eventId;
}
const replay = (since: Date, endpointId?: string) =>
  inWriteContext(project, (ctx) =>
    replayFailed({
      ctx,
      input: {
        since: since.toISOString(),
        ...(endpointId !== undefined && { webhook_endpoint_id: endpointId }),
      },
    }),
  );

describe('replaying what failed', () => {
  it('starts a new round of what failed or waits for another try, and leaves what arrived', async () => {
    const { id } = await endpointAt(project, 'http://127.0.0.1:9/');
    const failed = await delivered(id, 2, 'failed', 8);
    const waiting = await delivered(id, 2, 'pending', 3);
    const arrived = await delivered(id, 2, 'succeeded');
    const older = await delivered(id, 5, 'failed', 8);
    expect(await replay(ago(3))).toEqual({ object: 'webhook_replay', deliveries: 2 });
    expect(await stateOf(failed, id)).toMatchObject({ status: 'pending', attempts: 0 });
    expect(await stateOf(waiting, id)).toMatchObject({ status: 'pending', attempts: 0 });
    expect(await stateOf(arrived, id)).toMatchObject({ status: 'succeeded' });
    expect(await stateOf(older, id)).toMatchObject({ status: 'failed', attempts: 8 });
  });

  it('keeps to one endpoint where one is named, and to those that are enabled', async () => {
    const [first, second] = [
      await endpointAt(project, 'http://127.0.0.1:9/a'),
      await endpointAt(project, 'http://127.0.0.1:9/b'),
    ];
    const event = await delivered(first.id, 1, 'failed');
    await ownerQuery(`UPDATE webhook_deliveries SET status = 'failed' WHERE event_id = $1`, [event]);
    expect(await replay(ago(2), first.id)).toMatchObject({ deliveries: 1 });
    expect(await stateOf(event, second.id)).toMatchObject({ status: 'failed' });
    await inWriteContext(project, (ctx) => disableEndpoint({ ctx, input: { id: second.id } }));
    expect(await replay(ago(2), second.id)).toMatchObject({ deliveries: 0 });
  });

  it('touches no other project, and records who asked', async () => {
    const { id } = await endpointAt(project, 'http://127.0.0.1:9/');
    const event = await delivered(id, 1, 'failed');
    const stranger = await createProject();
    await inWriteContext(stranger, (ctx) =>
      replayFailed({ ctx, input: { since: ago(2).toISOString(), webhook_endpoint_id: id } }),
    );
    expect(await stateOf(event, id)).toMatchObject({ status: 'failed' });
    await replay(ago(2));
    const entries = await ownerQuery(`SELECT act, detail FROM audit_entries WHERE stream = $1 AND act LIKE 'webhook_delivery.%'`, [project.id]); // prettier-ignore
    expect(entries).toMatchObject([{ act: 'webhook_delivery.replay_failed', detail: { deliveries: 1 } }]);
  });

  it('goes back 72 hours at most', async () => {
    await expect(replay(ago(73))).rejects.toMatchObject({ code: 'invalid_value', param: 'since' });
  });
});

describe('the log of events', () => {
  it('tells of each event where its deliveries stand', async () => {
    const { id } = await endpointAt(project, 'http://127.0.0.1:9/');
    await delivered(id, 2, 'failed');
    await delivered(id, 1, 'succeeded');
    const { data } = await listEventLog({ ctx: readContext(project), input: { limit: 10 } });
    expect(data.map(({ deliveries }) => deliveries)).toEqual([
      { succeeded: 1, pending: 0, failed: 0 },
      { succeeded: 0, pending: 0, failed: 1 },
    ]);
    expect(data[0]?.object_id).toMatch(/^app_/);
  });
});
