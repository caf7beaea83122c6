import { read } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { identityCheckSchema, readIdentityCheck } from '@/lib/identity-checks';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  GET: read({
    operationId: 'getIdentityCheck',
    summary: 'Read an identity check',
    tag: 'Identity checks',
    scope: 'identity:read',
    params: { id: ['idc'] },
    success: { status: 200, description: 'The identity check.', schema: identityCheckSchema },
    handler: ({ ctx, params }) => readIdentityCheck({ ctx, input: { id: params['id'] as string } }),
  }),
});
