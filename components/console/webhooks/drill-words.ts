import type { Drill } from '@/lib/webhooks';

export type DrillShot = Drill['shots'][number];
type Message = DrillShot['messages'][number];

interface Words {
  readonly title: string;
  readonly sent: string;
  readonly expected: string;
  /** What to do when it was answered otherwise. */
  readonly mend: string;
}

export const shotWords: Readonly<Record<DrillShot['kind'], Words>> = {
  valid: {
    title: 'Valid',
    sent: 'A message as ever.',
    expected: 'Any 2xx within 10 s',
    mend: 'Verify with this endpoint’s secret over the raw bytes; the signature check below says which rule breaks.',
  },
  duplicate: {
    title: 'Duplicate',
    sent: 'The same webhook-id again, signed anew.',
    expected: 'Any 2xx: a refusal would be retried',
    mend: 'Remember event ids. Answer a repeat with 2xx and do its work no second time.',
  },
  wrong_signature: {
    title: 'Wrong signature',
    sent: 'Credicorp-Signature and webhook-signature made with a secret that is not this endpoint’s.',
    expected: 'Any 4xx, such as 400',
    mend: 'Compare the signature before anything else. Whoever knows the URL can send this.',
  },
  stale: {
    title: 'Stale',
    sent: 'Rightly signed, with t and webhook-timestamp an hour back.',
    expected: 'Any 4xx: more than 300 s away',
    mend: 'Refuse a time more than 300 s from your clock: an old message can be sent again by whoever saw it.',
  },
  out_of_order: {
    title: 'Out of order',
    sent: 'Two messages about one object; the second was created a minute before the first.',
    expected: 'Any 2xx to both',
    mend: 'Order is not promised. Accept both, and read the object for its present state.',
  },
  slow: {
    title: 'Slow',
    sent: 'The second half of the body came three seconds after the first.',
    expected: 'Any 2xx within 10 s',
    mend: 'Wait for Content-Length bytes. Networks stall; a receiver with less patience loses messages.',
  },
};

const silences: Readonly<Record<NonNullable<Message['failure']>, string>> = {
  forbidden_target: 'not sent: the name leads to an address that is not public',
  unresolved_name: 'not sent: the name was not found',
  connection_failed: 'no answer: the connection failed',
  invalid_certificate: 'not sent: the certificate is not valid',
  timeout: 'no answer in time',
  redirect: 'a redirect, which is not followed',
  gone: 'gone',
  error_status: 'refused',
};

/** `400 after 12 ms`; `no answer in time`. */
export function answerText({ status_code: status, failure, duration_ms: ms }: Message): string {
  if (status === null) return failure === null ? 'no answer' : silences[failure];
  return `${status} after ${ms.toLocaleString('en-GB')} ms`;
}
