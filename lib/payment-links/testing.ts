// What the tests of this domain share: links made and moved by the verbs themselves.
import { randomBytes } from 'node:crypto';
import type { Clock } from '@/lib/core/clock';
import type { ProjectSnapshot } from '@/lib/core/project';
import { signCallback } from '@/lib/providers';
import { countRows, inWriteContext, ownerQuery } from '@/lib/testing';
import { createPaymentLink } from './create';
import { receiveCallback, type CallbackOutcome } from './receive-callback';
import type { CreatePaymentLinkInput, PaymentLink } from './schemas';
import { startPayment } from './start';
import type { AttemptStatus } from './state';

export function make(
  project: ProjectSnapshot,
  overrides: Partial<CreatePaymentLinkInput> = {},
  clock?: Clock,
): Promise<PaymentLink> {
  const input = { amount_pence: 12_500, reference: 'INV-1001', ...overrides };
  return inWriteContext(project, (ctx) => createPaymentLink({ ctx, input }), clock);
}

export const tokenOf = (link: Pick<PaymentLink, 'url'>) => link.url.split('/').at(-1) as string;

/** As the payer's page does it. @returns the id of the try. */
export async function start(link: PaymentLink, bankId = 'northbank'): Promise<string> {
  const { authoriseUrl } = await startPayment({ token: tokenOf(link), bankId });
  return attemptIdOf(authoriseUrl);
}

export const sessionOf = (authoriseUrl: string) => authoriseUrl.split('/').at(-1) as string;
export const attemptIdOf = (authoriseUrl: string) => `pat_${sessionOf(authoriseUrl).slice(0, 26)}`;

interface Told {
  readonly failureCode?: string;
  readonly amountPence?: number;
  readonly provider?: string;
}

/** A callback as the provider would send it. */
export function callback(attemptId: string, status: AttemptStatus, told: Told = {}) {
  const provider = told.provider ?? 'sandbox';
  const body = JSON.stringify({
    payment_id: attemptId,
    status,
    failure_code: status === 'failed' ? (told.failureCode ?? 'technical_error') : null,
    amount_pence: told.amountPence ?? 12_500,
  });
  return { provider, signature: signCallback(provider, body), body };
}

export const tell = (attemptId: string, status: AttemptStatus, told?: Told): Promise<CallbackOutcome> =>
  receiveCallback(callback(attemptId, status, told));

export interface LinkFacts {
  status: string;
  failure_code: string | null;
  refund_due_pence: number;
}

export const factsOf = async (id: string): Promise<LinkFacts | undefined> =>
  (
    await ownerQuery<LinkFacts>(
      'SELECT status, failure_code, refund_due_pence FROM payment_links WHERE id = $1',
      [id],
    )
  )[0];

export const attemptsOf = (linkId: string) =>
  ownerQuery<{ id: string; status: string; refund_due: boolean }>(
    'SELECT id, status, refund_due FROM payment_attempts WHERE link_id = $1 ORDER BY id',
    [linkId],
  );

/** Types of the events about this link, in their order. */
export async function eventTypesOf(id: string): Promise<string[]> {
  const rows = await ownerQuery<{ type: string }>(
    'SELECT type FROM events WHERE object_id = $1 ORDER BY id',
    [id],
  );
  return rows.map(({ type }) => type);
}

/** Acts of the audit trail about this link, in their order. */
export async function auditActsOf(id: string): Promise<string[]> {
  const rows = await ownerQuery<{ act: string }>(
    'SELECT act FROM audit_entries WHERE object_id = $1 ORDER BY created_at',
    [id],
  );
  return rows.map(({ act }) => act);
}

/** Everything a change leaves behind, to show that a refusal leaves nothing. */
export const traces = async () => ({
  links: await countRows('payment_links'),
  attempts: await countRows('payment_attempts'),
  events: await countRows('events'),
  audit: await countRows('audit_entries'),
  states: await ownerQuery('SELECT id, status FROM payment_links ORDER BY id'),
});

export const randomSignature = () =>
  `t=${Math.floor(Date.now() / 1_000)},v1=${randomBytes(32).toString('hex')}`;
