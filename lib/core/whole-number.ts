// Whole numbers in a JSON body, refused with a code of the contract rather than as a wrong type.
import { z } from 'zod';

/**
 * A whole number from `min` to `max`. `message` comes from `coded()`. Not zod's `multipleOf(1)`, which takes
 * 24999999.999999985 for whole.
 */
export function wholeNumberField({ min, max, message }: { min: number; max: number; message: string }) {
  return z
    .number()
    .refine(Number.isSafeInteger, { message, abort: true })
    .min(min, message)
    .max(max, message)
    .meta({
      override: ({ jsonSchema }: { jsonSchema: Record<string, unknown> }) => {
        jsonSchema['type'] = 'integer';
      },
    });
}
