// A process that is being stopped is not ready: its balancer should look elsewhere.
import { singleton } from '@/lib/core/singleton';

const state = singleton('health.draining', () => ({ draining: false }));

/** From now on /readyz says no. */
export function beginDraining(): void {
  state.draining = true;
}

export function isDraining(): boolean {
  return state.draining;
}
