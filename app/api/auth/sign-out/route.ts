import { consoleChange, consoleRoute, Reply } from '@/lib/api/console-route';
import { expiredCookie, signOut } from '@/lib/auth';

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  POST: consoleChange({
    role: 'read_only',
    whileSuspended: true,
    handler: async ({ ctx }) => {
      await signOut({ ctx });
      return new Reply({ signed_in: false }, { cookies: [expiredCookie('partner')] });
    },
  }),
});
