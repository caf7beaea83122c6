// What a partner's program has shown in its sandbox during the last seven days. Each item is a query that names the
// request which proves it; an item is no longer ticked once the newest behaviour says otherwise.
import { firstIdAt } from '@/lib/core/ids';
import * as evidence from './repository/evidence';

const windowDays = 7;
const dayMs = 86_400_000;
/** A program that caches its tokens makes many calls with each. */
const leastCallsPerToken = 5;
const leastCalls = 10;

/** `request`, `event`: the id of what proves it, or of what speaks against it. */
export interface ChecklistItem {
  readonly id:
    | 'token_reused'
    | 'idempotency_keys'
    | 'throttle_waited_out'
    | 'error_handled'
    | 'webhook_received'
    | 'decline_handled'
    | 'disbursement_requested';
  readonly passed: boolean;
  readonly proof: evidence.Proof | null;
  readonly counter_proof: evidence.Proof | null;
}

export interface Checklist {
  readonly object: 'checklist';
  readonly project_id: string;
  /** Nothing older counts. */
  readonly since: string;
  readonly passed: boolean;
  readonly items: readonly ChecklistItem[];
}

const item = (
  id: ChecklistItem['id'],
  proof: evidence.Proof | null,
  counterProof: evidence.Proof | null = null,
): ChecklistItem => ({
  id,
  passed: proof !== null && counterProof === null,
  proof,
  counter_proof: counterProof,
});

/** The checklist of a sandbox project now. */
export async function readChecklist(projectId: string): Promise<Checklist> {
  const since = new Date(Date.now() - windowDays * dayMs);
  const span = { projectId, since, fromId: firstIdAt('req', since.getTime()) };
  const [tokens, keyed, unkeyed, throttle, handled, delivered, forgery, decline, disbursement] =
    await Promise.all([
      evidence.tokenUse(span),
      evidence.newestWrite(span, true),
      evidence.newestWrite(span, false),
      evidence.newestThrottle(span),
      evidence.handledError(span),
      evidence.deliveredEvent(span),
      evidence.acceptedForgery(span),
      evidence.readDecline(span),
      evidence.newestDisbursement(span),
    ]);
  const reused = tokens.calls >= leastCalls && tokens.calls >= tokens.tokens * leastCallsPerToken;
  const items = [
    item('token_reused', reused ? tokens.newest : null),
    item('idempotency_keys', keyed, unkeyed),
    throttle?.waited ? item('throttle_waited_out', throttle) : item('throttle_waited_out', null, throttle),
    item('error_handled', handled),
    item('webhook_received', delivered, forgery),
    item('decline_handled', decline),
    item('disbursement_requested', disbursement),
  ];
  return {
    object: 'checklist',
    project_id: projectId,
    since: since.toISOString(),
    passed: items.every(({ passed }) => passed),
    items,
  };
}
