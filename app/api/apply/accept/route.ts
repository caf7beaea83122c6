// The applicant accepts an offer: the very terms that his page showed.
import { applyForm } from '@/lib/api/apply-form';
import { acceptByApplicant, applicantAcceptanceSchema } from '@/lib/applications';

export const POST = applyForm({
  name: 'accept',
  fields: applicantAcceptanceSchema,
  next: '',
  again: ({ offer_id: offerId = '' }) => `offer=${encodeURIComponent(offerId)}&`,
  act: ({ token, fields }) => acceptByApplicant({ token, acceptance: fields }),
});
