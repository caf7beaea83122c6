// What the shell of the console is told by the server, once for each load.
import type { Role } from './roles';

export interface ShellProject {
  readonly id: string;
  readonly name: string;
  readonly livemode: boolean;
}

export interface ShellFacts {
  readonly person: { readonly name: string; readonly email: string };
  readonly partner: { readonly name: string; readonly isSuspended: boolean };
  readonly role: Role;
  readonly projects: readonly ShellProject[];
}
