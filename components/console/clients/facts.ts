// What the pages of clients are told by their routes.
import type { readClients, readRotation } from '@/lib/console';

export type ClientFacts = Awaited<ReturnType<typeof readClients>>[number];
export type CredentialFacts = ClientFacts['credentials'][number];
export type CallFacts = NonNullable<ClientFacts['last_call']>;
/** A client's live secrets, the oldest first, with the calls that each still gets. */
export type RotationFacts = Awaited<ReturnType<typeof readRotation>>;

/** A secret in the one answer that shows it. */
export interface NewSecret {
  readonly id: string;
  readonly secret: string;
}

export const liveSecrets = ({ credentials }: ClientFacts) =>
  credentials.filter(({ kind, state }) => kind === 'secret' && state === 'live');

export const liveKeys = ({ credentials }: ClientFacts) =>
  credentials.filter(({ kind, state }) => kind === 'public_key' && state === 'live');
