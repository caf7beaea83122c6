// Reads and validates query and body, with the errors of the contract: every failing field in `details`.
import { z } from 'zod';
import { ApiError } from '@/lib/core/errors';
import type { SessionStep } from '../session-exchange';
import { readFields } from '../steps/read-input';
import { parseBody, parseQuery } from '../validation';

const nothing = z.strictObject({});

export const readSessionInput: SessionStep = async (exchange) => {
  const { operation, request, url, rawParams } = exchange;
  const query = parseQuery(operation.query ?? nothing, url.searchParams);
  if (operation.kind !== 'change') {
    exchange.input = { params: rawParams, query, body: undefined };
    return;
  }
  // Even without fields: a form of another page must never get this far.
  if (request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() !== 'application/json')
    throw new ApiError('missing_content_type');
  const body = parseBody(operation.body ?? nothing, await readFields(request, operation.body));
  exchange.input = { params: rawParams, query, body };
};
