import { change, read } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import {
  applicationSchema,
  createApplication,
  createApplicationSchema,
  listApplications,
  listApplicationsSchema,
  lookUpCompany,
} from '@/lib/applications';
import { pageOf } from '@/lib/core/pagination';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  GET: read({
    operationId: 'listApplications',
    summary: 'List applications',
    description: 'Newest first. Pass `next_cursor` on unchanged, with the same filters.',
    tag: 'Applications',
    scope: 'applications:read',
    query: listApplicationsSchema,
    success: { status: 200, description: 'One page of applications.', schema: pageOf(applicationSchema) },
    errors: ['cursor_invalid'],
    handler: ({ ctx, query }) => listApplications({ ctx, input: query }),
  }),
  POST: change({
    operationId: 'createApplication',
    summary: 'Open an application',
    description:
      'Opens an application for a company and, with the applicant’s details, submits it for decision.',
    tag: 'Applications',
    scope: 'applications:write',
    subLimit: 'applications.create',
    idempotency: 'required',
    body: createApplicationSchema,
    success: { status: 201, description: 'The new application.', schema: applicationSchema },
    errors: ['parameter_missing', 'invalid_value', 'invalid_value_type', 'invalid_amount', 'invalid_email', 'invalid_company_number'], // prettier-ignore
    prepare: ({ ctx, body }) => lookUpCompany(ctx, body.business.company_number),
    handler: ({ ctx, body, prepared }) => createApplication({ ctx, input: body, company: prepared }),
  }),
});
