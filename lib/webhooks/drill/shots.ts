// What a fire drill sends (product §1 Webhooks): six shots, each with what a sound receiver does. Pure.
import { newId } from '@/lib/core/ids';
import type { Failure } from '../deliver/outcome';
import { testEventType } from '../event-types';
import type { EndpointRow } from '../repository/endpoints';
import { newWebhookSecret } from '../secret';
import { eventBody, toEndpoint } from '../serialize';
import { signatureHeaders } from '../sign';

type ShotKind = 'valid' | 'duplicate' | 'wrong_signature' | 'stale' | 'out_of_order' | 'slow';

/** `accept`: any 2xx to each message. `refuse`: any 4xx. */
export type Expectation = 'accept' | 'refuse';

interface ShotMessage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly pauseMs?: number;
}

export interface Shot {
  readonly kind: ShotKind;
  readonly expected: Expectation;
  /** Made when it is sent, so that times are fresh. */
  readonly messages: readonly (() => ShotMessage)[];
}

/** A shot as it went, as it is kept. */
export interface FiredShot extends Pick<Shot, 'kind' | 'expected'> {
  readonly passed: boolean;
  readonly messages: readonly (Omit<ShotMessage, 'pauseMs'> & {
    readonly status_code: number | null;
    readonly failure: Failure | null;
    readonly duration_ms: number;
    readonly response_head: string | null;
  })[];
}

/** Stale: signed so long ago. The tolerance is 300 s. */
const staleSeconds = 3_600;
/** Slow: the second half of the body comes so much later. */
const slowPauseMs = 3_000;

/** The shots for an endpoint whose secrets, newest first, are given. No message is an event of the project. */
export function drillShots(endpoint: EndpointRow, secrets: readonly string[]): readonly Shot[] {
  const made = Date.now();
  const bodyOf = (id: string, createdAtMs: number) =>
    eventBody({
      id,
      livemode: false,
      type: testEventType,
      apiVersion: endpoint.apiVersion,
      object: { ...toEndpoint(endpoint), updated: new Date(createdAtMs).toISOString() },
      previous: null,
      createdAt: new Date(createdAtMs),
    });
  const message =
    (id: string, { createdAtMs = made, by = secrets, ageSeconds = 0, pauseMs = 0 } = {}) =>
    (): ShotMessage => {
      const body = bodyOf(id, createdAtMs);
      const timestamp = Math.floor(Date.now() / 1000) - ageSeconds;
      const headers = signatureHeaders({
        eventId: id,
        deliveryId: newId('whd'),
        body,
        timestamp,
        secrets: by,
      });
      return { body, headers, ...(pauseMs > 0 && { pauseMs }) };
    };
  const first = newId('evt');
  return [
    { kind: 'valid', expected: 'accept', messages: [message(first)] },
    { kind: 'duplicate', expected: 'accept', messages: [message(first)] },
    {
      kind: 'wrong_signature',
      expected: 'refuse',
      messages: [message(newId('evt'), { by: [newWebhookSecret()] })],
    },
    { kind: 'stale', expected: 'refuse', messages: [message(newId('evt'), { ageSeconds: staleSeconds })] },
    {
      kind: 'out_of_order',
      expected: 'accept',
      messages: [
        message(newId('evt'), { createdAtMs: made }),
        message(newId('evt'), { createdAtMs: made - 60_000 }),
      ],
    },
    { kind: 'slow', expected: 'accept', messages: [message(newId('evt'), { pauseMs: slowPauseMs })] },
  ];
}
