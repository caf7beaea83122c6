// The error envelope of contract §5 as a schema, and which codes an operation can answer with.
import { z } from 'zod';
import { errorCatalogue, errorCodes, type ErrorCode } from '@/lib/core/errors';
import type { Operation } from '../operation';

const fieldError = z.object({
  param: z.string(),
  code: z.enum(errorCodes),
  message: z.string(),
});

export const errorEnvelope = z
  .object({
    error: z.object({
      type: z.enum(['invalid_request_error', 'authentication_error', 'rate_limit_error', 'api_error']),
      code: z.enum(errorCodes).meta({ description: 'Stable. Switch on this, never on the message.' }),
      message: z.string().meta({ description: 'For people; may change.' }),
      param: z.string().optional().meta({ description: 'Dotted path of the first field that is to blame.' }),
      details: z.array(fieldError).optional().meta({ description: 'Every field that is to blame.' }),
      doc_url: z.url().meta({ description: 'The page of the documentation about this code.' }),
      request_id: z
        .string()
        .meta({ description: 'Quote it when you ask us.', example: 'req_01k9z6t1m8x3v5n7p2r4s6t8w0' }),
    }),
  })
  .meta({ id: 'Error', description: 'Every answer of this API that is not a success.' });

const onEveryRoute: readonly ErrorCode[] = [
  'malformed_request',
  'parameter_invalid',
  'missing_api_key',
  'invalid_api_key',
  'token_expired',
  'token_revoked',
  'audience_mismatch',
  'account_suspended',
  'payload_too_large',
  'rate_limited',
  'concurrency_limited',
  'server_error',
  'temporarily_unavailable',
];
const onEveryChange: readonly ErrorCode[] = [
  'invalid_json',
  'missing_content_type',
  'unknown_field',
  'idempotency_key_malformed',
  'idempotency_key_reused',
  'idempotency_key_in_progress',
];
const onEveryBody: readonly ErrorCode[] = ['parameter_missing', 'invalid_value', 'invalid_value_type'];

/** Every code that `operation` can answer with: those of the pipeline and those it declares. */
export function documentedErrors(operation: Operation): ReadonlySet<ErrorCode> {
  const codes = new Set<ErrorCode>([...onEveryRoute, ...(operation.errors ?? [])]);
  if (operation.scope !== 'any') codes.add('insufficient_scope');
  if (Object.keys(operation.params).length > 0) codes.add('resource_not_found');
  if (operation.kind === 'change') {
    for (const code of onEveryChange) codes.add(code);
    if (operation.idempotency === 'required') codes.add('idempotency_key_missing');
    // A route without fields takes `{}`, so a body of another type is still refused.
    for (const code of onEveryBody) codes.add(code);
  }
  return codes;
}

/** The documented codes of `operation`, grouped by status. */
export function errorsByStatus(operation: Operation): ReadonlyMap<number, ErrorCode[]> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of documentedErrors(operation)) {
    const { status } = errorCatalogue[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return byStatus;
}
