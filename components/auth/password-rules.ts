import type { Checks } from '@/lib/client/use-api-form';

export const passwordHint = 'At least 15 characters of any kind. A few words you remember are fine.';

/** What the browser can tell before the server judges: the length, in characters as people see them. */
export const newPassword = (z: Checks) =>
  z.string().check(
    z.refine((value) => Array.from(value).length >= 15, 'Use at least 15 characters.'),
    z.maxLength(256, 'Use at most 256 characters.'),
  );
