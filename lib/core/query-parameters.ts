// Values in a query string are text; these schemas read them and still document what they mean.
import { z } from 'zod';
import { coded } from './field-errors';

/** A whole number in plain decimal digits, `min` to `max`. */
export function wholeNumber({ min, max }: { min: number; max: number }) {
  const message = coded('parameter_invalid', `must be a whole number from ${min} to ${max}`);
  const digits = new RegExp(`^[0-9]{1,${String(max).length}}$`);
  return z
    .string()
    .regex(digits, message)
    .transform(Number)
    .pipe(z.int().min(min, message).max(max, message))
    .meta({
      override: ({ jsonSchema }: { jsonSchema: Record<string, unknown> }) => {
        delete jsonSchema['pattern'];
        Object.assign(jsonSchema, { type: 'integer', minimum: min, maximum: max });
      },
    });
}
