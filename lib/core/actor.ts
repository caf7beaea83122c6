// Who acts. Every verb receives one; audit rows name it.

/** A program of a partner, known by its verified access token. */
export interface ClientActor {
  readonly kind: 'client';
  readonly clientId: string;
  readonly credentialId: string;
}

/** The applicant or payer on a hosted page, known by the link alone. */
export interface LinkActor {
  readonly kind: 'link';
  readonly objectId: string;
}

/** The platform itself: a job, a migration, a command on the server. */
export interface SystemActor {
  readonly kind: 'system';
  readonly job: string;
}

export type Actor = ClientActor | LinkActor | SystemActor;

/** The actor's id as the audit trail stores it. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case 'client':
      return actor.clientId;
    case 'link':
      return actor.objectId;
    case 'system':
      return actor.job;
  }
}
