// Sends one event once: the target checked anew, signed with a fresh time, within ten seconds in all (contract §9).
import type { ClaimedDelivery } from '../repository/dispatch';
import { openSecret } from '../secret';
import { eventBody } from '../serialize';
import { signatureHeaders } from '../sign';
import { parseWebhookUrl, resolveTarget, urlRules, type ResolveName } from '../target-guard';
import { outcomeOfSilence, type Outcome } from './outcome';
import { post } from './post';

/** Name look-up, connection, answer and its reading together. */
export const attemptTimeoutMs = 10_000;

function secretsOf({ endpointId, secret, previousSecret }: ClaimedDelivery): string[] {
  const sealed = previousSecret ? [secret, previousSecret] : [secret];
  return sealed.map((bytes) => openSecret(endpointId, bytes));
}

/** Sends the event. Never rejects for what a receiver, or a name server, does. */
export async function sendEvent(delivery: ClaimedDelivery, resolve: ResolveName): Promise<Outcome> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), attemptTimeoutMs);
  const { signal } = controller;
  try {
    const target = parseWebhookUrl(delivery.url, urlRules(delivery.livemode));
    if (!target) return outcomeOfSilence('forbidden_target');
    const resolution = await resolveTarget(target, signal, resolve).catch(
      () => ({ problem: 'unresolved' }) as const,
    );
    if (resolution.problem === 'forbidden') return outcomeOfSilence('forbidden_target');
    if (resolution.problem) return outcomeOfSilence(signal.aborted ? 'timeout' : 'unresolved_name');
    const body = eventBody({ ...delivery, id: delivery.eventId });
    const headers = signatureHeaders({
      eventId: delivery.eventId,
      deliveryId: delivery.id,
      body,
      timestamp: Math.floor(Date.now() / 1_000),
      secrets: secretsOf(delivery),
    });
    return await post({ target, addresses: resolution.addresses, headers, body }, signal);
  } finally {
    clearTimeout(timer);
  }
}
