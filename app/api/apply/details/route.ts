// The applicant gives his details. They are kept with the application; nothing is submitted yet.
import { applyForm } from '@/lib/api/apply-form';
import { applicantDetailsSchema, saveApplicantDetails } from '@/lib/applications';

export const POST = applyForm({
  name: 'details',
  fields: applicantDetailsSchema,
  next: '?step=review',
  again: () => 'step=details&',
  act: ({ token, fields }) => saveApplicantDetails({ token, details: fields }),
});
