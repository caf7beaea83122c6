import { change, read } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { pageOf } from '@/lib/core/pagination';
import {
  disbursementSchema,
  listDisbursements,
  listDisbursementsSchema,
  requestDisbursement,
  requestDisbursementSchema,
} from '@/lib/disbursements';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  GET: read({
    operationId: 'listDisbursements',
    summary: 'List disbursements',
    description: 'Newest first. Pass `next_cursor` on unchanged, with the same filters.',
    tag: 'Disbursements',
    scope: 'disbursements:read',
    query: listDisbursementsSchema,
    success: { status: 200, description: 'One page of disbursements.', schema: pageOf(disbursementSchema) },
    errors: ['cursor_invalid'],
    handler: ({ ctx, query }) => listDisbursements({ ctx, input: query }),
  }),
  POST: change({
    operationId: 'requestDisbursement',
    summary: 'Request a disbursement',
    description:
      'Asks for the money of the accepted offer. Two people of the lender release it; no token does. A payee is never changed: cancel the request and make another.',
    tag: 'Disbursements',
    scope: 'disbursements:write',
    subLimit: 'disbursements.create',
    idempotency: 'required',
    money: true,
    body: requestDisbursementSchema,
    success: { status: 201, description: 'The new request.', schema: disbursementSchema },
    errors: ['parameter_missing', 'invalid_value', 'invalid_value_type', 'payee_not_verified', 'resource_not_found', 'invalid_state', 'duplicate_disbursement'], // prettier-ignore
    handler: ({ ctx, body }) => requestDisbursement({ ctx, input: body }),
  }),
});
