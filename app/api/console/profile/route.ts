import { consoleChange, consoleRead, consoleRoute } from '@/lib/api/console-route';
import { profileSchema, readProfile, saveProfile } from '@/lib/go-live';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    handler: async ({ ctx }) => ({ profile: await readProfile(ctx.partnerId) }),
  }),
  PUT: consoleChange({
    role: 'admin',
    body: profileSchema,
    handler: ({ ctx, body }) => saveProfile({ ctx, input: { partnerId: ctx.partnerId, profile: body } }),
  }),
});
