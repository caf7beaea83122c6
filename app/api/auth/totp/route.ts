import { consoleChange, consoleRoute } from '@/lib/api/console-route';
import { beginTotpEnrolment, disableTotp } from '@/lib/auth';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'read_only',
    whileSuspended: true,
    handler: ({ ctx }) => beginTotpEnrolment({ ctx }),
  }),
  DELETE: consoleChange({
    role: 'read_only',
    whileSuspended: true,
    stepUp: 'recent',
    handler: ({ ctx }) => disableTotp({ ctx }),
  }),
});
