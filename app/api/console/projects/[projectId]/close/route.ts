import { z } from 'zod';
import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { fieldError } from '@/lib/core/field-errors';
import { closeProject } from '@/lib/projects';
import { deleteEndpointsOfProject } from '@/lib/webhooks';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'owner',
    stepUp: 'recent_in_live',
    params: { projectId: ['prj'] },
    body: z.strictObject({ name: z.string() }),
    handler: async ({ ctx, body }) => {
      if (body.name !== ctx.project.name)
        throw fieldError('invalid_value', 'name', 'Type the project’s name exactly.');
      await deleteEndpointsOfProject({ ctx });
      await closeProject({ ctx, input: { projectId: ctx.project.id } });
    },
  }),
});
