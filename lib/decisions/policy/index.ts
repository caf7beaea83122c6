// Every policy that ever decided, by version, and the one in force.
import { policy20260701 } from './2026-07-01';
import type { Policy } from './shape';

export const policies: ReadonlyMap<string, Policy> = new Map([[policy20260701.version, policy20260701]]);

/** The policy under which new decisions are made. */
export const currentPolicy: Policy = policy20260701;

export * from './shape';
