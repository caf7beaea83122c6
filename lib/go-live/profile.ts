// The company's details and contacts: part of the checklist, and what staff verify.
import { z } from 'zod';
import type { ActContext } from '@/lib/core/context';
import { companyNumberField, emailField, httpsUrlField } from '@/lib/core/request-fields';
import { recordAudit } from '@/lib/audit';
import { findProfile, upsertProfile } from './repository/requests';

const line = z.string().trim().min(1).max(160);

export const profileSchema = z.strictObject({
  legal_name: line,
  company_number: companyNumberField,
  website: httpsUrlField,
  contact_name: line,
  contact_email: emailField,
  security_email: emailField,
});
export type Profile = z.output<typeof profileSchema>;

/** Null until it was filled in. */
export async function readProfile(partnerId: string): Promise<Profile | null> {
  const row = await findProfile(partnerId);
  return (
    row && {
      legal_name: row.legalName,
      company_number: row.companyNumber,
      website: row.website,
      contact_name: row.contactName,
      contact_email: row.contactEmail,
      security_email: row.securityEmail,
    }
  );
}

/** Stores the whole profile. The audit entry names no person. */
export async function saveProfile({
  ctx,
  input,
}: {
  readonly ctx: ActContext;
  readonly input: { readonly partnerId: string; readonly profile: Profile };
}): Promise<void> {
  const { partnerId, profile } = input;
  await upsertProfile(
    partnerId,
    {
      legalName: profile.legal_name,
      companyNumber: profile.company_number,
      website: profile.website,
      contactName: profile.contact_name,
      contactEmail: profile.contact_email,
      securityEmail: profile.security_email,
    },
    ctx.tx,
  );
  await recordAudit(ctx.tx, { stream: partnerId, actor: ctx.actor, act: 'partner.change_profile', objectId: partnerId, requestId: ctx.requestId, detail: { company_number: profile.company_number } }); // prettier-ignore
}
