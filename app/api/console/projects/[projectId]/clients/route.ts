import { z } from 'zod';
import { consoleChange, consoleRead, consoleRoute, Reply } from '@/lib/api/console-route';
import { readClients } from '@/lib/console';
import { scopes } from '@/lib/core/scopes';
import { addKey, createClient, publicJwkSchema } from '@/lib/oauth';

const params = { projectId: ['prj'] } as const;
const body = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(scopes)).min(1),
  /** Left out: the client gets a secret, which the answer holds once. */
  public_jwk: publicJwkSchema.optional(),
});

export const { GET, POST, PATCH, PUT, DELETE } = consoleRoute({
  GET: consoleRead({
    role: 'read_only',
    params,
    handler: async ({ ctx }) => ({ data: await readClients(ctx.project.id) }),
  }),
  POST: consoleChange({
    role: 'developer',
    stepUp: 'recent_in_live',
    params,
    body,
    handler: async ({ ctx, body: { name, scopes: granted, public_jwk: publicJwk } }) => {
      const projectId = ctx.project.id;
      const { clientId, secret } = await createClient({
        ctx,
        input: { projectId, name, scopes: granted, withSecret: !publicJwk },
      });
      const keyId = publicJwk && (await addKey({ ctx, input: { projectId, clientId, publicJwk } }));
      return new Reply(
        { client_id: clientId, secret: secret ?? null, key_id: keyId ?? null },
        { status: 201 },
      );
    },
  }),
});
