import type { Checks } from '@/lib/client/use-api-form';

/** As the routes read it. */
export const projectName = (z: Checks) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'Give the project a name.'),
      z.maxLength(80, 'A name has at most 80 characters.'),
    );
