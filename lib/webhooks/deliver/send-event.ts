// Sends one event once: signed with a fresh time, within ten seconds in all (contract §9).
import type { ClaimedDelivery } from '../repository/dispatch';
import { openSecret } from '../secret';
import { eventBody } from '../serialize';
import { signatureHeaders } from '../sign';
import type { ResolveName } from '../target-guard';
import type { Outcome } from './outcome';
import { attemptTimeoutMs, sendMessage } from './send-message';

function secretsOf({ endpointId, secret, previousSecret }: ClaimedDelivery): string[] {
  const sealed = previousSecret ? [secret, previousSecret] : [secret];
  return sealed.map((bytes) => openSecret(endpointId, bytes));
}

/** Sends the event. Never rejects for what a receiver, or a name server, does. */
export async function sendEvent(delivery: ClaimedDelivery, resolve: ResolveName): Promise<Outcome> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), attemptTimeoutMs);
  try {
    const { url, livemode, eventId, id: deliveryId } = delivery;
    const body = eventBody({ ...delivery, id: eventId });
    const headers = () =>
      signatureHeaders({
        eventId,
        deliveryId,
        body,
        timestamp: Math.floor(Date.now() / 1_000),
        secrets: secretsOf(delivery),
      });
    return await sendMessage({ url, livemode, body, headers }, resolve, controller.signal);
  } finally {
    clearTimeout(timer);
  }
}
