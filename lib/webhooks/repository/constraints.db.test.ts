// What the database itself refuses of endpoints and deliveries, whoever asks.
import { beforeEach, describe, expect, it } from 'vitest';
import type { ProjectSnapshot } from '@/lib/core/project';
import { applicationQuery, createProject, ownerQuery } from '@/lib/testing';
import { endpointAt, happen } from '../testing';

let project: ProjectSnapshot;
let endpointId: string;
let eventId: string;
beforeEach(async () => {
  project = await createProject();
  endpointId = (await endpointAt(project, 'https://partner.example/')).id;
  eventId = await happen(project);
});

/** Name of the constraint or index that refuses the change; undefined when it is accepted. */
const refusal = (sql: string, values: unknown[]) =>
  ownerQuery(sql, values).then(
    () => undefined,
    (error: unknown) => (error as { constraint?: unknown }).constraint,
  );
const spoil = (changes: string) =>
  refusal(`UPDATE webhook_endpoints SET ${changes} WHERE id = $1`, [endpointId]);

describe('an endpoint', () => {
  it.each([
    ['webhook_endpoints_id_shape', `id = 'whend_1'`],
    ['webhook_endpoints_slot', 'slot = 0'],
    ['webhook_endpoints_slot', 'slot = 21'],
    ['webhook_endpoints_slot', 'slot = NULL'],
    ['webhook_endpoints_secret', 'secret = NULL'],
    ['webhook_endpoints_secret', 'previous_secret = secret'],
    ['webhook_endpoints_secret', 'previous_secret_expires_at = now()'],
    ['webhook_endpoints_secret', 'deleted_at = now(), slot = NULL'],
    ['webhook_endpoints_disabled_reason', `status = 'disabled'`],
    ['webhook_endpoints_disabled_reason', `disabled_reason = 'gone'`],
    ['webhook_endpoints_events', `enabled_events = '{}'`],
    ['webhook_endpoints_events', 'enabled_events = NULL'],
    ['webhook_endpoints_project_id_livemode_fkey', 'livemode = NOT livemode'],
  ])('%s refuses %s', async (constraint, changes) => {
    // Delivery rows would be in the way of a new id.
    await ownerQuery('DELETE FROM webhook_deliveries WHERE endpoint_id = $1', [endpointId]);
    expect(await spoil(changes)).toBe(constraint);
  });

  it('has its place in the account alone', async () => {
    const { id } = await endpointAt(project, 'https://partner.example/2');
    expect(await refusal('UPDATE webhook_endpoints SET slot = 1 WHERE id = $1', [id])).toBe('webhook_endpoints_partner_id_slot_key'); // prettier-ignore
  });
});

describe('a delivery', () => {
  it('has an id of the contract’s shape, and is the only one of its event and endpoint', async () => {
    expect(await refusal(`UPDATE webhook_deliveries SET id = 'whd_1' WHERE event_id = $1`, [eventId])).toBe('webhook_deliveries_id_shape'); // prettier-ignore
    const copy = `INSERT INTO webhook_deliveries (id, event_id, endpoint_id, started_at, next_attempt_at, created_at, updated_at)
      SELECT 'whd_' || repeat('0', 26), event_id, endpoint_id, now(), now(), now(), now() FROM webhook_deliveries WHERE event_id = $1`;
    expect(await refusal(copy, [eventId])).toBe('webhook_deliveries_event_id_endpoint_id_key');
  });

  it('keeps its log: the product’s role adds to it and rewrites nothing', async () => {
    await expect(applicationQuery(`UPDATE webhook_attempts SET failure = NULL`)).rejects.toThrow(
      /permission denied/,
    );
  });
});
