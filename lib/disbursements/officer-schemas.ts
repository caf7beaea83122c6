// What the routes of the dashboard take: an act of an officer, a limit, a stop.
import { z } from 'zod';
import { passkeyAnswerSchema } from '@/lib/auth';
import { coded } from '@/lib/core/field-errors';
import { holdReasons, rejectReasons, type HoldReason, type RejectReason } from './reasons';
import { queueViews } from './repository/queue';

const text = (least: number, most: number, message: string) => {
  const wrong = coded('invalid_value', message);
  return z.string().trim().min(least, wrong).max(most, wrong);
};

const note = text(10, 2_000, 'Write a note of 10 to 2,000 characters: somebody else will rely on it.');
const reason = text(10, 500, 'Give the reason in 10 to 500 characters.');

/** The disbursement as the officer's page showed it: an act on an older one is refused. */
const version = z.int().min(1);

export const queueQuerySchema = z.strictObject({
  view: z.enum(queueViews).default('needs_me'),
  cursor: z.string().max(64).optional(),
});

export const approveSchema = z.strictObject({
  version,
  /** Needed for a close match. */
  reason: z.string().trim().max(2_000).optional(),
});

/** The evidence as the officer's page showed it. */
const snapshot_sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const askReleasePasskeySchema = z.strictObject({ snapshot_sha256 });

export const proveReleaseByPasskeySchema = z.strictObject({ snapshot_sha256, passkey: passkeyAnswerSchema });

export const proveReleaseSchema = z.strictObject({
  snapshot_sha256,
  code: z
    .string()
    .regex(/^\s*\d{3}\s?\d{3}\s*$/, coded('invalid_value', 'Enter the six digits the app shows.')),
});

export const releaseSchema = z.strictObject({ version, proof: z.string().max(64) });

const partnerText = z.string().trim().max(500, coded('invalid_value', 'At most 500 characters.'));

export const holdSchema = z.strictObject({
  version,
  reason: z.enum(Object.keys(holdReasons) as [HoldReason, ...HoldReason[]]),
  note,
  partner_note: partnerText.optional(),
});

export const rejectSchema = z.strictObject({
  version,
  reason: z.enum(Object.keys(rejectReasons) as [RejectReason, ...RejectReason[]]),
  note,
  partner_note: partnerText.optional(),
});

export const resumeSchema = z.strictObject({ version });

export const callBackSchema = z.strictObject({
  confirmed: z.boolean(),
  number_source: text(3, 200, 'Say in 3 to 200 characters where the number came from.'),
  spoke_to: text(2, 140, 'Name whom you spoke to, in 2 to 140 characters.'),
  note,
});

const limit = z
  .int()
  .min(1, coded('invalid_value', 'A limit is at least one penny.'))
  .max(100_000_000_00, coded('invalid_value', 'A limit is at most £100,000,000.'));

export const proposeLimitsSchema = z.strictObject({
  per_item_pence: limit,
  per_person_day_pence: limit,
  per_partner_day_pence: limit,
  reason,
});

export const stopSchema = z.strictObject({
  /** Left out: everything. */
  partner_id: z.string().max(64).optional(),
  reason,
});
