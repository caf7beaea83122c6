import { consoleChange, consoleRoute, Reply } from '@/lib/api/console-route';
import { inviteMember } from '@/lib/partners';
import { inviteSchema } from '@/lib/partners/schemas';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'admin',
    stepUp: 'recent',
    body: inviteSchema,
    handler: async ({ ctx, body }) =>
      new Reply({ id: await inviteMember({ ctx, input: body }) }, { status: 201 }),
  }),
});
