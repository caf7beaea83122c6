// Errors of single fields: how a schema names the contract's code, and how a verb refuses a field.
import { ApiError, errorCatalogue, type ErrorCode, type FieldError } from './errors';

const separator = '\u0000';

/** A message for a zod rule that carries the contract's code: `z.int().min(1, coded('invalid_amount', '…'))`. */
export function coded(code: ErrorCode, message: string): string {
  return `${code}${separator}${message}`;
}

/** The code and sentence that `coded` packed; undefined for zod's own messages. */
export function uncoded(message: string): { code: ErrorCode; message: string } | undefined {
  const at = message.indexOf(separator);
  if (at < 0) return undefined;
  const code = message.slice(0, at);
  return code in errorCatalogue ? { code: code as ErrorCode, message: message.slice(at + 1) } : undefined;
}

/** The refusal of these fields; the first one is the one to blame. */
export function fieldRefusal(errors: readonly FieldError[]): ApiError {
  const [first] = errors;
  if (!first) return new ApiError('invalid_value');
  return new ApiError(first.code, { message: first.message, param: first.param, details: errors });
}

/** The refusal of one field that only the verb can judge. */
export function fieldError(code: ErrorCode, param: string, message?: string): ApiError {
  return fieldRefusal([{ code, param, message: message ?? errorCatalogue[code].summary }]);
}
