import { opsChange, opsRoute, Reply } from '@/lib/api/ops-route';
import { expiredCookie, signOut } from '@/lib/auth';

export const { GET, POST, PATCH, PUT, DELETE } = opsRoute({
  POST: opsChange({
    permission: 'see',
    handler: async ({ ctx }) => {
      await signOut({ ctx });
      return new Reply({ signed_in: false }, { cookies: [expiredCookie('staff')] });
    },
  }),
});
