import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { changeMemberRole, removeMember } from '@/lib/partners';
import { roleSchema } from '@/lib/partners/schemas';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  PATCH: consoleChange({
    role: 'admin',
    stepUp: 'recent',
    params: { personId: ['usr'] },
    body: roleSchema,
    handler: ({ ctx, params, body }) =>
      changeMemberRole({ ctx, input: { personId: params.personId, role: body.role } }),
  }),
  DELETE: consoleChange({
    role: 'admin',
    stepUp: 'recent',
    params: { personId: ['usr'] },
    handler: ({ ctx, params }) => removeMember({ ctx, input: { personId: params.personId } }),
  }),
});
