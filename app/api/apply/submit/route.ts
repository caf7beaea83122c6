// The applicant has read it all again, and submits.
import { z } from 'zod';
import { applyForm } from '@/lib/api/apply-form';
import { submitByApplicant } from '@/lib/applications';

export const POST = applyForm({
  name: 'submit',
  fields: z.strictObject({}),
  next: '',
  again: () => '',
  act: ({ token }) => submitByApplicant({ token }),
});
