// What a project's clock will make happen: each domain tells its next, and whoever moves a sandbox's clock takes them
// in the order of their time (contract §10).

/** Something due on a project's clock. */
export interface Due {
  /** The object to which it happens. */
  readonly objectId: string;
  /** Business time. */
  readonly dueAt: Date;
  /** The objects about which there may be events; the object alone when left out. */
  readonly about?: readonly string[];
}

export interface DueQuestion {
  readonly projectId: string;
  /** Business time up to which to look. */
  readonly until: Date;
  /** Objects to leave out: what was tried and would not happen. */
  readonly except: readonly string[];
}
