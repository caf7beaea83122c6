// What somebody typed into a form that could not be taken: given back to his own browser for the page that shows the
// form again. It is read by nothing else, and never trusted.
import { z } from 'zod';
import { environment } from '@/lib/env';

export const draftCookie = 'draft';

const longestDraft = 2_000;
const draftSchema = z.record(z.string().max(40), z.string().max(500));

/** A `Set-Cookie` header that keeps these fields for ten minutes, for the page at `path` alone. */
export function keepDraft(path: string, fields: Readonly<Record<string, string>>): string {
  const value = Buffer.from(JSON.stringify(fields)).toString('base64url');
  const secure = environment().appUrl.startsWith('https:') ? '; Secure' : '';
  const kept = value.length > longestDraft ? '' : value;
  return `${draftCookie}=${kept}; Path=${path}; Max-Age=600; HttpOnly; SameSite=Strict${secure}`;
}

/** The fields of a draft cookie; empty when there is none, or it is not one of ours. */
export function readDraft(value: string | undefined): Readonly<Record<string, string>> {
  if (value === undefined || value.length > longestDraft) return {};
  try {
    return draftSchema.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8'))).data ?? {};
  } catch {
    return {};
  }
}
