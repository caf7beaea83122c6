// Where a rotation stands, told by evidence alone: which live secrets there are and who was called with them.
import type { RotationFacts } from './facts';

export const rotationSteps = ['create', 'deploy', 'watch', 'retire'] as const;
export type RotationStep = (typeof rotationSteps)[number];

export type RotationSecret = RotationFacts['credentials'][number];

export interface RotationState {
  readonly step: RotationStep;
  /** The secret that is on its way out; undefined before there is a second one. */
  readonly old: RotationSecret | undefined;
  readonly current: RotationSecret | undefined;
}

/** Create until there are two secrets, deploy until the newer is used, watch until the older has gone silent. */
export function rotationState({ credentials }: Pick<RotationFacts, 'credentials'>): RotationState {
  const current = credentials.at(-1);
  const old = credentials.length > 1 ? credentials[0] : undefined;
  if (old === undefined || current === undefined) return { step: 'create', old, current };
  if (current.last_used === null) return { step: 'deploy', old, current };
  return { step: old.retire_suggested ? 'retire' : 'watch', old, current };
}

/** Whole percent of calls that use the newer secret; undefined while nobody calls. Only nothing is 0, only all is 100. */
export function shareOfCurrent(oldCalls: number, currentCalls: number): number | undefined {
  const all = oldCalls + currentCalls;
  if (all === 0) return undefined;
  const percent = Math.round((currentCalls / all) * 100);
  if (oldCalls > 0 && percent === 100) return 99;
  return currentCalls > 0 && percent === 0 ? 1 : percent;
}
