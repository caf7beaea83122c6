// Sends one signed message to an endpoint's URL: the target is resolved and checked each time (contract §9).
import { parseWebhookUrl, resolveTarget, urlRules, type ResolveName } from '../target-guard';
import { outcomeOfSilence, type Outcome } from './outcome';
import { post } from './post';

/** Name look-up, connection, answer and its reading together. */
export const attemptTimeoutMs = 10_000;

export interface OutgoingMessage {
  readonly url: string;
  readonly livemode: boolean;
  readonly body: string;
  /** Called once the target is known, so that a time in them is fresh. */
  readonly headers: () => Readonly<Record<string, string>>;
  readonly pauseMs?: number | undefined;
}

/** Never rejects for what a receiver, or a name server, does. `signal` is the end of the attempt's time. */
export async function sendMessage(
  { url, livemode, body, headers, pauseMs }: OutgoingMessage,
  resolve: ResolveName,
  signal: AbortSignal,
): Promise<Outcome> {
  const target = parseWebhookUrl(url, urlRules(livemode));
  if (!target) return outcomeOfSilence('forbidden_target');
  const resolution = await resolveTarget(target, signal, resolve).catch(
    () => ({ problem: 'unresolved' }) as const,
  );
  if (resolution.problem === 'forbidden') return outcomeOfSilence('forbidden_target');
  if (resolution.problem) return outcomeOfSilence(signal.aborted ? 'timeout' : 'unresolved_name');
  return post({ target, addresses: resolution.addresses, headers: headers(), body, pauseMs }, signal);
}
