// Reads, parses and validates what the caller sent: path, then query, then body (contract §3, §5).
import { z } from 'zod';
import { ApiError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import { headerValues } from '../connection';
import type { Exchange, Step } from '../exchange';
import { readBody } from '../read-body';
import { parseStrictJson, StrictJsonError } from '../strict-json';
import { parseBody, parseQuery } from '../validation';
import { maximumBodyBytes } from './declared-length';

const noQuery = z.strictObject({});
const noFields = z.strictObject({});
const jsonContentType = /^application\/json[ \t]*(;[ \t]*charset="?utf-8"?[ \t]*)?$/i;

function checkParams(exchange: Exchange): void {
  for (const [name, kinds] of Object.entries(exchange.operation.params)) {
    const value = exchange.rawParams[name] ?? '';
    if (!kinds.some((kind) => isId(kind, value))) throw new ApiError('resource_not_found');
  }
}

const bodyRefusals = {
  tooLarge: () => new ApiError('payload_too_large'),
  cut: () => new ApiError('malformed_request', { message: 'The body ended before it was complete.' }),
};

function requireJsonContentType(request: Request): void {
  const types = headerValues(request, 'content-type');
  const encodings = request.headers.get('content-encoding');
  if (types.length !== 1 || !jsonContentType.test(types[0] ?? '')) throw new ApiError('missing_content_type');
  if (encodings !== null && encodings.toLowerCase() !== 'identity') {
    throw new ApiError('missing_content_type', { message: 'Compressed bodies are not accepted.' });
  }
}

async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBody(request, maximumBodyBytes, bodyRefusals);
  if (bytes.length === 0) return undefined;
  requireJsonContentType(request);
  try {
    return parseStrictJson(bytes);
  } catch (error) {
    if (error instanceof StrictJsonError) {
      throw new ApiError('invalid_json', { message: `The body cannot be read: ${error.message}.` });
    }
    throw error;
  }
}

/**
 * The body's fields, before validation; none when the body is empty and `schema` needs none.
 *
 * @throws ApiError `invalid_json`, `missing_content_type`, `payload_too_large`, `malformed_request`.
 */
export async function readFields(request: Request, schema: z.ZodType | undefined): Promise<object> {
  const json = await readJson(request);
  if (schema && json === undefined && !schema.safeParse({}).success) {
    // An empty body is not JSON; without a content type the header is the first thing to mend.
    if (request.headers.get('content-type') === null) throw new ApiError('missing_content_type');
    throw new ApiError('invalid_json', { message: 'The body is empty.' });
  }
  if (json !== undefined && (typeof json !== 'object' || json === null || Array.isArray(json))) {
    throw new ApiError('invalid_json', { message: 'The body must be a JSON object.' });
  }
  return json ?? {};
}

export const readInput: Step = async (exchange) => {
  const { operation, request, url } = exchange;
  checkParams(exchange);
  const query = parseQuery(operation.query ?? noQuery, url.searchParams);
  if (operation.kind === 'read') {
    exchange.input = { params: exchange.rawParams, query, body: undefined };
    return;
  }
  exchange.payload = await readFields(request, operation.body);
  const body = parseBody(operation.body ?? noFields, exchange.payload);
  exchange.input = { params: exchange.rawParams, query, body };
};
