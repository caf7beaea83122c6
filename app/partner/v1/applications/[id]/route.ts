import { read } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { applicationSchema, readApplication } from '@/lib/applications';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  GET: read({
    operationId: 'getApplication',
    summary: 'Read an application',
    tag: 'Applications',
    scope: 'applications:read',
    params: { id: ['app'] },
    success: { status: 200, description: 'The application.', schema: applicationSchema },
    handler: ({ ctx, params }) => readApplication({ ctx, input: { id: params['id'] as string } }),
  }),
});
