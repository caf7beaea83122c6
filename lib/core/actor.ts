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

/** A person of a partner, signed in to the console. */
export interface PersonActor {
  readonly kind: 'person';
  readonly personId: string;
  readonly sessionId: string;
}

/** A person of the lender, signed in to the operations dashboard. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly personId: string;
  readonly sessionId: string;
}

export type Actor = ClientActor | LinkActor | SystemActor | PersonActor | StaffActor;

/** The actor's id as the audit trail stores it. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case 'client':
      return actor.clientId;
    case 'link':
      return actor.objectId;
    case 'system':
      return actor.job;
    case 'person':
    case 'staff':
      return actor.personId;
  }
}
