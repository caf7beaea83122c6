// Which project am I, what may I do, how much of it is left (contract §8). The first call a newcomer makes.
import { read } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { projectSchema, showProject } from '@/lib/projects';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  GET: read({
    operationId: 'getProject',
    summary: 'Show the project of this token',
    description:
      'Tier, limits, the buckets as this request left them, and the scopes of the token. Any valid token may ask.',
    tag: 'Project',
    scope: 'any',
    success: { status: 200, description: 'The project.', schema: projectSchema },
    handler: ({ ctx, exchange }) => showProject({ ctx, input: exchange }),
  }),
});
