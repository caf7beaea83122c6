import { opsChange, opsRoute } from '@/lib/api/ops-route';
import { removePasskey } from '@/lib/auth';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  DELETE: opsChange({
    permission: 'see',
    stepUp: 'recent',
    params: { passkeyId: ['psk'] },
    handler: ({ ctx, params }) => removePasskey({ ctx, input: { id: params.passkeyId } }),
  }),
});
