import { opsAct, opsRoute } from '@/lib/api/ops-route';
import { consumeStepUpProof } from '@/lib/auth';
import { releaseDisbursement, releaseSchema, showDisbursementForStaff } from '@/lib/disbursements';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsAct({
    permission: 'release',
    params: { disbursementId: ['dsb'] },
    body: releaseSchema,
    handler: async ({ ctx, params: { disbursementId: id }, body: { proof, version } }) => {
      const { session } = ctx;
      await releaseDisbursement({
        ctx,
        input: { id, version },
        spendProof: (tx, subject) => consumeStepUpProof(tx, { session, proof, subject }),
      });
      return showDisbursementForStaff({ id, personId: session.person.id });
    },
  }),
});
