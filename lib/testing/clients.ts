// OAuth clients of test projects and tokens of theirs, made by the product's own verbs.
import type { SystemActor } from '@/lib/core/actor';
import type { ProjectSnapshot } from '@/lib/core/project';
import { scopes as everyScope, type Scope } from '@/lib/core/scopes';
import { withTransaction } from '@/lib/db';

export interface TestClient {
  readonly clientId: string;
  /** `sec_…` */
  readonly credentialId: string;
  readonly clientSecret: string;
  /** A token with the client's scopes, or with some of them. Real: signed, verifiable, revocable. */
  mint(scopes?: readonly Scope[]): Promise<string>;
}

const actor: SystemActor = { kind: 'system', job: 'test' };

/** A client of `project` with one secret; every scope unless told otherwise. */
export async function createClient(
  project: Pick<ProjectSnapshot, 'id' | 'livemode'>,
  options: { readonly scopes?: readonly Scope[]; readonly name?: string } = {},
): Promise<TestClient> {
  const scopes = options.scopes ?? everyScope;
  // Loaded on first use: most database tests need no token plane.
  const oauth = await import('@/lib/oauth');
  const { clientId, secret } = await withTransaction((tx) =>
    oauth.createClient({
      ctx: { tx, actor },
      input: { projectId: project.id, name: options.name ?? 'Test', scopes },
    }),
  );
  if (!secret) throw new Error('A client made with a secret has one');
  return {
    clientId,
    credentialId: secret.id,
    clientSecret: secret.secret,
    async mint(granted = scopes) {
      const subject = {
        clientId,
        credentialId: secret.id,
        projectId: project.id,
        livemode: project.livemode,
      };
      return (await oauth.issueAccessToken({ ...subject, scopes: granted })).encoded;
    },
  };
}
