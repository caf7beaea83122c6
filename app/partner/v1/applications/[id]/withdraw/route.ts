import { change } from '@/lib/api/operation';
import { partnerRoute } from '@/lib/api/partner-route';
import { applicationSchema, withdrawApplication } from '@/lib/applications';
import { cancelForWithdrawal } from '@/lib/disbursements';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = partnerRoute({
  POST: change({
    operationId: 'withdrawApplication',
    summary: 'Withdraw an application',
    description:
      'Ends an application that is not funded yet. A disbursement that nobody has released is cancelled with it; from `released` on, the application can no longer be withdrawn.',
    tag: 'Applications',
    scope: 'applications:write',
    params: { id: ['app'] },
    idempotency: 'required',
    success: { status: 200, description: 'The whole application.', schema: applicationSchema },
    errors: ['invalid_state'],
    handler: ({ ctx, params }) =>
      withdrawApplication({
        ctx,
        input: { id: params['id'] as string },
        endMoneyOut: cancelForWithdrawal,
      }),
  }),
});
