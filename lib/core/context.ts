// What a verb may know of its caller. Handed in, never global.
import type { Actor } from './actor';
import type { Clock } from './clock';
import type { ProjectSnapshot } from './project';
import type { Transaction } from '@/lib/db';

/** Context of a read: who asks, for which project, at what business time. */
export interface Context {
  readonly requestId: string;
  readonly actor: Actor;
  readonly project: ProjectSnapshot;
  readonly clock: Clock;
  /** Aborts when the request's 20 seconds are over. */
  readonly deadline?: AbortSignal;
}

/** Context of a change: the same, inside the one transaction that makes it. */
export interface WriteContext extends Context {
  readonly tx: Transaction;
}

/** Context of an act on clients, projects or partners: by a person, a job or a command. A `WriteContext` is one. */
export interface ActContext {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly requestId?: string;
}
