// Opens a project: sandbox or live for good (contract §1).
import type { ActContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import type { Tier } from '@/lib/core/project';
import { recordAudit } from '@/lib/audit';
import { negotiatedLimitsSchema, type NegotiatedLimits } from '@/lib/rate-limit';
import { insertProject } from './repository';

export interface CreateProjectInput {
  /** Given by the seed, whose ids stay the same. */
  readonly id?: string;
  readonly partnerId: string;
  readonly name: string;
  readonly livemode: boolean;
  /** Sandbox is always on `build`; a constraint says so too. */
  readonly tier: Tier;
  /** On `platform` only. */
  readonly negotiatedLimits?: NegotiatedLimits;
  readonly actsForApplicants?: boolean;
  readonly redirectUris?: readonly string[];
}

/** Opens a project of a partner. @returns its id. */
export async function createProject({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: CreateProjectInput;
}): Promise<string> {
  const id = input.id ?? newId('prj');
  await insertProject(
    {
      id,
      partnerId: input.partnerId,
      name: input.name,
      livemode: input.livemode,
      tier: input.tier,
      // Parsed once here, so that reading it on every request cannot fail.
      negotiatedLimits: input.negotiatedLimits ? negotiatedLimitsSchema.parse(input.negotiatedLimits) : null,
      actsForApplicants: input.actsForApplicants ?? false,
      redirectUris: input.redirectUris ?? [],
    },
    ctx.tx,
  );
  const detail = { livemode: input.livemode, tier: input.tier };
  await recordAudit(ctx.tx, {
    stream: input.partnerId,
    actor: ctx.actor,
    act: 'project.create',
    objectId: id,
    requestId: ctx.requestId,
    detail,
  });
  return id;
}
