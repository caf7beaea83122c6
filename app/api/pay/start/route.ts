// The payer chose a bank. The answer is always a page: the bank's, or the link's own, which shows where things stand.
import { toApiError } from '@/lib/api/error-response';
import { readHostedForm, refuseFailedForm, refuseForm, seeOther } from '@/lib/api/hosted-form';
import { newId } from '@/lib/core/ids';
import { startPayment } from '@/lib/payment-links';
import { ProviderUnavailable } from '@/lib/providers';

export async function POST(request: Request): Promise<Response> {
  let page = '/';
  try {
    const form = await readHostedForm(request, 'pay.start');
    if (!form) return refuseForm(403, 'This form was not sent from our own page.');
    const token = form.get('token') ?? '';
    page = `/pay/${encodeURIComponent(token)}`;
    return seeOther((await startPayment({ token, bankId: form.get('bank') ?? '' })).authoriseUrl);
  } catch (thrown) {
    if (thrown instanceof ProviderUnavailable) return seeOther(`${page}?notice=bank-silent`);
    const { code } = toApiError(thrown, newId('req'));
    if (code === 'invalid_state') return seeOther(page);
    if (code === 'invalid_value') return seeOther(`${page}?notice=choose-bank`);
    if (code === 'resource_not_found') return refuseForm(404, 'There is no such payment link.');
    return refuseFailedForm(thrown, 'The payment could not be started. Go back and try again.');
  }
}
