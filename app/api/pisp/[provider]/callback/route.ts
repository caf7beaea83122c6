// Where a payment provider tells what became of a payment. The signature is its only credential.
import { toApiError } from '@/lib/api/error-response';
import { readBody } from '@/lib/api/read-body';
import { ApiError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { receiveCallback } from '@/lib/payment-links';

const longestBody = 16 * 1024;

const statuses = { applied: 200, nothing_new: 200, unknown: 404, mismatch: 422, refused: 401 } as const;

const answer = (status: number, outcome: string) =>
  Response.json({ outcome }, { status, headers: { 'cache-control': 'no-store' } });

export async function POST(
  request: Request,
  context: { params: Promise<{ provider: string }> },
): Promise<Response> {
  try {
    const body = await readBody(request, longestBody, {
      tooLarge: () => new ApiError('payload_too_large'),
      cut: () => new ApiError('malformed_request'),
    });
    const outcome = await receiveCallback({
      provider: (await context.params).provider,
      signature: request.headers.get('pisp-signature') ?? '',
      body: Buffer.from(body).toString('utf8'),
    });
    return answer(statuses[outcome], outcome);
  } catch (thrown) {
    const { status, code } = toApiError(thrown, newId('req'));
    return answer(status, code);
  }
}
