import { opsAct, opsRoute } from '@/lib/api/ops-route';
import { askReleasePasskey, askReleasePasskeySchema } from '@/lib/disbursements';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsAct({
    permission: 'release',
    params: { disbursementId: ['dsb'] },
    body: askReleasePasskeySchema,
    handler: ({ ctx, params: { disbursementId: id }, body }) =>
      askReleasePasskey({ session: ctx.session, input: { id, snapshotSha256: body.snapshot_sha256 } }),
  }),
});
