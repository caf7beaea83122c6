// Simulations exist in the sandbox only (contract §10).
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';

/** @throws ApiError `sandbox_only`. */
export function requireSandbox({ project }: Pick<Context, 'project'>): void {
  if (project.livemode) throw new ApiError('sandbox_only');
}
