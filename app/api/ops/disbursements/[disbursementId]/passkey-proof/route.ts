import { opsAct, opsRoute } from '@/lib/api/ops-route';
import { proveRelease, proveReleaseByPasskeySchema } from '@/lib/disbursements';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsAct({
    permission: 'release',
    params: { disbursementId: ['dsb'] },
    body: proveReleaseByPasskeySchema,
    handler: ({ ctx, params: { disbursementId: id }, body }) =>
      proveRelease({
        session: ctx.session,
        input: { id, snapshotSha256: body.snapshot_sha256, passkey: body.passkey },
      }),
  }),
});
