// Adds a second secret whose first use starts the end of the first one (contract §2 Rotation).
import type { ActContext } from '@/lib/core/context';
import { addSecret, type NewSecret } from './add-secret';
import { setRetirementGrace } from './repository';
import type { ClientReference } from './require-client';

/** How long the old secret works after the first use of the new one. */
const retirementGraces = { '1h': 3_600, '24h': 86_400, '7d': 604_800 } as const;
type RetirementGrace = keyof typeof retirementGraces;

export interface RotateSecretInput extends ClientReference {
  /** Left out: the old secret works until it is retired by hand. */
  readonly grace?: RetirementGrace;
}

/** @throws ApiError as `addSecret` does. */
export async function rotateSecret({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: RotateSecretInput;
}): Promise<NewSecret> {
  const added = await addSecret({ ctx, input });
  if (input.grace) {
    await setRetirementGrace(input.clientId, added.id, retirementGraces[input.grace], ctx.tx);
  }
  return added;
}
