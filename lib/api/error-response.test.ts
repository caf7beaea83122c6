import { describe, expect, it } from 'vitest';
import { ApiError, errorCatalogue, errorCodes } from '@/lib/core/errors';
import { errorAnswer, errorBody, toApiError } from './error-response';

const envelope = (error: ApiError) =>
  (JSON.parse(errorBody(error, 'req_1')) as { error: Record<string, unknown> }).error;

describe('errorBody', () => {
  it.each(errorCodes)(
    '%s has type, code, message, page and request id, and nothing that is not set',
    (code) => {
      expect(envelope(new ApiError(code))).toEqual({
        type: errorCatalogue[code].type,
        code,
        message: errorCatalogue[code].summary,
        doc_url: `http://localhost:3000/docs/errors/${code}`,
        request_id: 'req_1',
      });
    },
  );

  it('carries the field and all details', () => {
    const details = [{ param: 'amount_pence', code: 'invalid_amount' as const, message: 'm' }];
    expect(envelope(new ApiError('invalid_amount', { param: 'amount_pence', details }))).toMatchObject({
      param: 'amount_pence',
      details,
    });
  });

  it('never shows the cause', () => {
    const error = new ApiError('server_error', { cause: new Error('canary') });
    expect(errorBody(error, 'req_1')).not.toContain('canary');
  });
});

describe('errorAnswer', () => {
  it('has the status of the code unless told otherwise, Retry-After, and further headers', () => {
    expect(errorAnswer(new ApiError('rate_limited', { retryAfterSeconds: 3 }), 'req_1')).toMatchObject({
      status: 429,
      headers: { 'retry-after': '3' },
    });
    const late = new ApiError('malformed_request', { status: 408, headers: { allow: 'GET' } });
    expect(errorAnswer(late, 'req_1')).toMatchObject({ status: 408, headers: { allow: 'GET' } });
  });
});

describe('toApiError', () => {
  it('passes a refusal on as it is', () => {
    const refusal = new ApiError('invalid_state');
    expect(toApiError(refusal, 'req_1')).toBe(refusal);
  });

  it.each([
    ['a refused connection', Object.assign(new Error(), { code: 'ECONNREFUSED' })],
    ['a server that shuts down', Object.assign(new Error(), { code: '57P01' })],
    ['the same, wrapped', new Error('outer', { cause: Object.assign(new Error(), { code: '57P03' }) })],
  ])('answers 503 with Retry-After to %s', (_, thrown) => {
    expect(toApiError(thrown, 'req_1')).toMatchObject({ status: 503, retryAfterSeconds: 1 });
  });

  it.each([new Error('canary'), 'canary', null, undefined, { code: '23505' }])(
    'answers 500 to %s',
    (thrown) => {
      const error = toApiError(thrown, 'req_1');
      expect(error.status).toBe(500);
      expect(errorBody(error, 'req_1')).not.toContain('canary');
    },
  );
});
