import { z } from 'zod';

/** As the routes read it. */
export const projectName = z
  .string()
  .trim()
  .min(1, 'Give the project a name.')
  .max(80, 'A name has at most 80 characters.');
