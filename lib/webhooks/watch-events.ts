// Tells which events come to be about certain objects while something is going on: for the simulations of the sandbox.
import { findEventsAbout } from './repository/events';
import type { Event } from './schemas';
import { toEvent } from './serialize';

export interface EventWatch {
  /** Watches these objects too: what there is about them by now is not news. */
  add(...objectIds: readonly string[]): Promise<void>;
  /** The events recorded since, in their order. */
  news(): Promise<Event[]>;
}

/** A watch over objects of one project. */
export function watchEvents(projectId: string): EventWatch {
  const watched = new Set<string>();
  const known = new Set<string>();
  return {
    async add(...objectIds) {
      const added = objectIds.filter((id) => !watched.has(id));
      if (added.length === 0) return;
      for (const id of added) watched.add(id);
      for (const { id } of await findEventsAbout(projectId, added)) known.add(id);
    },
    async news() {
      const rows = await findEventsAbout(projectId, [...watched]);
      return rows.filter(({ id }) => !known.has(id)).map(toEvent);
    },
  };
}
