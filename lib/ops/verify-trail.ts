// "Verify the chain" on the screen: every audit chain and every release passport, as `npm run audit:verify` does.
import { z } from 'zod';
import type { StaffActor } from '@/lib/core/actor';
import { fieldError } from '@/lib/core/field-errors';
import { readAnchor, recordAudit, verifyAudit, type Anchor } from '@/lib/audit';
import { withTransaction } from '@/lib/db';
import { verifyPassports } from '@/lib/payer';

export const verifyTrailSchema = z.strictObject({
  /** The text of an anchor that was kept elsewhere; without one a chain that was hashed anew stays unseen. */
  anchor: z.string().max(1_000_000).optional(),
});

function anchorIn(text: string | undefined): Anchor | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  try {
    return readAnchor(text);
  } catch {
    throw fieldError(
      'invalid_value',
      'anchor',
      'This is no anchor of ours, or it was changed after it was signed.',
    );
  }
}

/**
 * Walks everything, and records that it was done.
 *
 * @throws ApiError `invalid_value` on `anchor`.
 */
export async function verifyTrail({
  ctx: { actor, requestId },
  input,
}: {
  readonly ctx: { readonly actor: StaffActor; readonly requestId: string };
  readonly input: z.output<typeof verifyTrailSchema>;
}) {
  const anchor = anchorIn(input.anchor);
  const { streams, links, findings } = await verifyAudit(anchor);
  const passports = await verifyPassports(anchor?.public_key);
  const detail = {
    streams,
    links,
    findings: findings.length,
    passports: passports.checked,
    faulty_passports: passports.faulty.length,
    anchor: anchor?.at ?? null,
  };
  await withTransaction((tx) => recordAudit(tx, { stream: 'platform', actor, act: 'audit.verify', objectId: 'audit', requestId, detail })); // prettier-ignore
  return {
    object: 'audit_verdict' as const,
    at: new Date().toISOString(),
    anchor_at: anchor?.at ?? null,
    holds: findings.length === 0 && passports.faulty.length === 0,
    streams,
    entries: links,
    findings,
    passports: {
      checked: passports.checked,
      faulty: passports.faulty.map(({ disbursementId, faults }) => ({
        disbursement_id: disbursementId,
        faults,
      })),
    },
  };
}
export type TrailVerdict = Awaited<ReturnType<typeof verifyTrail>>;
