// What the browser's WebAuthn answers look like on the way in; the library judges what is inside.
import { z } from 'zod';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { coded } from '@/lib/core/field-errors';

const base64url = z.string().max(16_384).regex(/^[\w-]*$/); // prettier-ignore
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(32).optional(),
  clientExtensionResults: z.looseObject({}),
};

export const passkeyAnswerSchema = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
}) as unknown as z.ZodType<AuthenticationResponseJSON>; // the library's type lists more words than the wire has

export const newPasskeySchema = z.strictObject({
  name: z.string().trim().min(1, coded('invalid_value', 'Give the passkey a name.')).max(60),
  response: z.strictObject({
    ...credential,
    response: z.looseObject({ clientDataJSON: base64url, attestationObject: base64url }),
  }) as unknown as z.ZodType<RegistrationResponseJSON>,
}); // prettier-ignore

export const passkeySignInSchema = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(1_024),
});
