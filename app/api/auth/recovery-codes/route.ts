import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { renewRecoveryCodes } from '@/lib/auth';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'read_only',
    whileSuspended: true,
    stepUp: 'recent',
    handler: async ({ ctx }) => ({ recovery_codes: (await renewRecoveryCodes({ ctx })).recoveryCodes }),
  }),
});
