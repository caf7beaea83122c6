// The sandbox of whoever reads, for the samples: what the page knows, nobody types.
import { cookies } from 'next/headers';
import { consoleSession } from '@/app/session';
import { lastProjectCookie } from '@/components/console/shell/last-project';
import { readClients, readProjects } from '@/lib/console';

export interface OwnProject {
  readonly id: string;
  readonly name: string;
  /** The client that was made last; absent where all of them are revoked. */
  readonly client:
    { readonly id: string; readonly name: string; readonly secretHint: string | undefined } | undefined;
}

/** The sandbox that was looked at last, else the first one; undefined for a stranger and where there is none. */
export async function ownProject(): Promise<OwnProject | undefined> {
  const session = await consoleSession();
  if (session === null || session.partner.status !== 'active') return undefined;
  const sandboxes = (await readProjects(session.partner.id)).filter(({ livemode }) => !livemode);
  const last = (await cookies()).get(lastProjectCookie)?.value;
  const project = sandboxes.find(({ id }) => id === last) ?? sandboxes[0];
  if (project === undefined) return undefined;
  const client = (await readClients(project.id)).find(({ revoked }) => revoked === null);
  return {
    id: project.id,
    name: project.name,
    client: client && {
      id: client.id,
      name: client.name,
      secretHint: client.credentials.findLast(({ kind, state }) => kind === 'secret' && state === 'live')
        ?.hint,
    },
  };
}
