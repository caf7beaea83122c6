import { opsChange, opsRoute } from '@/lib/api/ops-route';
import { renewRecoveryCodes } from '@/lib/auth';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsChange({
    permission: 'see',
    stepUp: 'recent',
    handler: async ({ ctx }) => ({ recovery_codes: (await renewRecoveryCodes({ ctx })).recoveryCodes }),
  }),
});
