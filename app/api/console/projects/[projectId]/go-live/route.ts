import { consoleChange, consoleRead, consoleRoute, Reply } from '@/lib/api/console-route';
import { askForLive, liveRequestSchema, readChecklist, readProfile } from '@/lib/go-live';

const params = { projectId: ['prj'] } as const;

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params,
    handler: async ({ ctx }) => {
      const [checklist, profile] = await Promise.all([
        readChecklist(ctx.project.id),
        readProfile(ctx.partnerId),
      ]);
      return { checklist, profile };
    },
  }),
  POST: consoleChange({
    role: 'admin',
    params,
    body: liveRequestSchema,
    handler: async ({ ctx, body }) =>
      new Reply({ id: await askForLive({ ctx, input: body }) }, { status: 201 }),
  }),
});
