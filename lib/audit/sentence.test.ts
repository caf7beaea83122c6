import { expect, it } from 'vitest';
import { auditActorName, auditPhrase } from './sentence';

it.each([
  ['partner.verify', 'verified the company'],
  ['disbursement.approve', 'approved a payment'],
  ['disbursement.approve_refused', 'was refused: approve'],
  ['disbursement.cancel', 'cancelled a payment'],
  ['application.submit', 'submitted an application'],
  ['application.withdraw', 'withdrew an application'],
  ['identity_check.create', 'created an identity check'],
  ['webhook_endpoint.rotate_secret', 'rotated the secret of a webhook endpoint'],
  ['payee.verify', 'verified a payee'],
])('%s reads “%s”', (act, words) => {
  expect(auditPhrase(act)).toBe(words);
});

it('names who it knows, and says what the others are', () => {
  expect(auditActorName('staff', 'Ruth Calloway')).toBe('Ruth Calloway');
  expect(auditActorName('system', null)).toBe('The platform');
});
