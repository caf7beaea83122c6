// The partners' door: NextAuth's own paths, inside the pipeline of every other route.
import { z } from 'zod';
import { ApiError } from '@/lib/core/errors';
import { authAct, authRead, authRoute, Reply } from '@/lib/api/auth-route';
import { callNextAuth } from '@/lib/api/next-auth/door';
import { parseBody } from '@/lib/api/validation';
import { signInSchema } from '@/lib/auth/schemas';

const params = { nextauth: /.+/ } as const;
const body = z.looseObject({ csrfToken: z.string().max(128) });

export const { GET, POST, PATCH, PUT, DELETE } = authRoute({
  GET: authRead({
    params,
    handler: async ({ ctx, params: { nextauth: path } }) => {
      if (path !== 'session' && path !== 'csrf') throw new ApiError('route_not_found');
      return callNextAuth({ ctx, method: 'GET', path });
    },
  }),
  POST: authAct({
    params,
    body,
    handler: async ({ ctx, params: { nextauth: path }, body: { csrfToken, ...fields } }) => {
      if (path === 'signout') {
        const { options } = await callNextAuth({ ctx, method: 'POST', path, csrfToken });
        return new Reply({ signed_in: false }, options);
      }
      if (path !== 'callback/credentials') throw new ApiError('route_not_found');
      const input = parseBody(signInSchema, fields);
      const { options } = await callNextAuth({ ctx, method: 'POST', path, csrfToken, input });
      return new Reply({ signed_in: true }, options);
    },
  }),
});
