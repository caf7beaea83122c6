// What each item of the checklist asks for, in words, and what to do about it. What counts is decided on the server.
import type { Checklist } from '@/lib/go-live';

type ItemId = Checklist['items'][number]['id'];

export const checklistItems: Readonly<Record<ItemId, { readonly title: string; readonly how: string }>> = {
  token_reused: {
    title: 'Keep a token and use it again',
    how: 'Make at least ten calls, five or more with each token, in place of a new token for every call.',
  },
  idempotency_keys: {
    title: 'Send an Idempotency-Key with every write',
    how: 'Each POST carries a key of its own, so that a repeat after a lost answer does nothing twice.',
  },
  throttle_waited_out: {
    title: 'Wait as long as a 429 says',
    how: 'Run into the limit once, then come back after Retry-After and not before.',
  },
  error_handled: {
    title: 'Handle an error',
    how: 'After a refused call, send it again put right.',
  },
  webhook_received: {
    title: 'Receive a webhook',
    how: 'Have an endpoint accept a signed event. A fire drill that finds it accepting a forged one takes the tick away.',
  },
  decline_handled: {
    title: 'Handle a decline',
    how: 'Apply for a test company that is declined, then read its decision.',
  },
  disbursement_requested: {
    title: 'Ask for the money',
    how: 'Request a disbursement for an accepted offer.',
  },
};
