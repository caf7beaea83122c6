import { change, read } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { pageOf } from '@/lib/core/pagination';
import {
  createIdentityCheck,
  createIdentityCheckSchema,
  identityCheckSchema,
  listIdentityChecks,
  listIdentityChecksSchema,
} from '@/lib/identity-checks';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  GET: read({
    operationId: 'listIdentityChecks',
    summary: 'List identity checks',
    description: 'Newest first. Pass `next_cursor` on unchanged, with the same filters.',
    tag: 'Identity checks',
    scope: 'identity:read',
    query: listIdentityChecksSchema,
    success: {
      status: 200,
      description: 'One page of identity checks.',
      schema: pageOf(identityCheckSchema),
    },
    errors: ['cursor_invalid'],
    handler: ({ ctx, query }) => listIdentityChecks({ ctx, input: query }),
  }),
  POST: change({
    operationId: 'createIdentityCheck',
    summary: 'Check an identity',
    description:
      'Opens a KYC/AML check of a person or a company. It is `pending` until the provider answers: wait for `identity_check.completed` or `identity_check.needs_review`.',
    tag: 'Identity checks',
    scope: 'identity:write',
    subLimit: 'identity_checks.create',
    idempotency: 'required',
    body: createIdentityCheckSchema,
    success: { status: 201, description: 'The new check, pending.', schema: identityCheckSchema },
    errors: ['resource_not_found', 'parameter_missing', 'invalid_value', 'invalid_value_type', 'invalid_company_number', 'insufficient_identity_data'], // prettier-ignore
    handler: ({ ctx, body }) => createIdentityCheck({ ctx, input: body }),
  }),
});
