// The payer answers at the simulated bank. What he says goes to the bank; we learn of it by its signed callback.
import { readHostedForm, refuseFailedForm, refuseForm, seeOther } from '@/lib/api/hosted-form';
import { decideAtSimulatedBank, type SimulatedBankDecision } from '@/lib/providers';

const decisions: readonly SimulatedBankDecision[] = ['approve', 'insufficient_funds', 'technical_error'];

export async function POST(request: Request): Promise<Response> {
  try {
    const form = await readHostedForm(request, 'pay.answer');
    if (!form) return refuseForm(403, 'This form was not sent from our own page.');
    const decision = decisions.find((known) => known === form.get('decision'));
    if (!decision) return refuseForm(400, 'This answer is not one that the bank offers.');
    const answered = await decideAtSimulatedBank(form.get('session') ?? '', decision);
    return answered ? seeOther(answered.returnUrl) : refuseForm(404, 'The bank has no such payment.');
  } catch (thrown) {
    return refuseFailedForm(thrown, 'The bank could not take the answer. Try again.');
  }
}
