// Opens an account: owner, sandbox project, first client with every scope. Its sample data follow by a job.
import { newId } from '@/lib/core/ids';
import type { ActContext } from '@/lib/core/context';
import { scopes } from '@/lib/core/scopes';
import { recordAudit } from '@/lib/audit';
import { enqueue } from '@/lib/jobs';
import { createClient } from '@/lib/oauth';
import { createSandboxProject } from '@/lib/projects';
import { insertMember, insertPartner } from './repository';

export interface OpenedAccount {
  readonly partnerId: string;
  readonly projectId: string;
  readonly clientId: string;
  /** Shown once. */
  readonly clientSecret: string;
}

export async function openAccount(call: {
  readonly ctx: ActContext;
  readonly input: { readonly personId: string; readonly companyName: string };
}): Promise<OpenedAccount> {
  const { ctx, input } = call;
  const partnerId = newId('acct');
  await insertPartner(ctx.tx, { id: partnerId, name: input.companyName });
  await insertMember(ctx.tx, { partnerId, personId: input.personId, role: 'owner' });
  await recordAudit(ctx.tx, { stream: partnerId, actor: ctx.actor, act: 'partner.open', objectId: partnerId, requestId: ctx.requestId }); // prettier-ignore
  const projectId = await createSandboxProject({ ctx, input: { partnerId, name: 'Sandbox' } });
  const { clientId, secret } = await createClient({ ctx, input: { projectId, name: 'First client', scopes: [...scopes] } }); // prettier-ignore
  if (!secret) throw new Error(`The client ${clientId} was made without a secret`);
  await enqueue(ctx.tx, 'partners.add_sample_data', { projectId });
  return { partnerId, projectId, clientId, clientSecret: secret.secret };
}
