// Plays the identity provider, or the reviewer of what it left open (contract §10).
import type { Context } from '@/lib/core/context';
import { withTransaction } from '@/lib/db';
import { concludeIdentityCheck, readIdentityCheck, type IdentityCheck } from '@/lib/identity-checks';
import { simulatedFindings, type FindingResult } from '@/lib/providers';
import { simulate, type Simulation } from './simulate';

export type IdentityCheckSimulation = 'pass' | 'fail' | 'review';

const outcomes: Readonly<Record<IdentityCheckSimulation, FindingResult>> = {
  pass: 'passed',
  fail: 'failed',
  review: 'needs_review',
};

/** @throws ApiError `sandbox_only`, `resource_not_found`, `invalid_state` once the check is concluded. */
export function simulateIdentityCheck(call: {
  readonly ctx: Context;
  readonly input: { readonly id: string; readonly act: IdentityCheckSimulation };
}): Promise<Simulation<IdentityCheck>> {
  const { ctx, input } = call;
  const walk = async () => {
    const { type } = await readIdentityCheck({ ctx, input });
    const findings = simulatedFindings(type, outcomes[input.act]);
    return withTransaction((tx) =>
      concludeIdentityCheck({ ctx: { ...ctx, tx }, input: { id: input.id, findings } }),
    );
  };
  return simulate({ ctx, objectIds: [input.id], walk });
}
