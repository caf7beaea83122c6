// Values in a query string are text; these schemas read them and still document what they mean.
import { z } from 'zod';

/** A whole number in plain decimal digits, `min` to `max`. */
export function wholeNumber({ min, max }: { min: number; max: number }) {
  const digits = new RegExp(`^[0-9]{1,${String(max).length}}$`);
  return z
    .string()
    .regex(digits)
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .meta({
      override: ({ jsonSchema }: { jsonSchema: Record<string, unknown> }) => {
        delete jsonSchema['pattern'];
        Object.assign(jsonSchema, { type: 'integer', minimum: min, maximum: max });
      },
    });
}
