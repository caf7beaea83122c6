// Rows that tests start from, made as the product makes them: through Prisma, under the application role.
import { newId } from '@/lib/core/ids';
import { projectClock, type Clock } from '@/lib/core/clock';
import type { Context, WriteContext } from '@/lib/core/context';
import type { ProjectLimits } from '@/lib/core/limits';
import type { ProjectSnapshot, Tier } from '@/lib/core/project';
import { prisma, withTransaction } from '@/lib/db';
import type { Prisma } from '@/lib/db/generated/client';
import { limitsOf } from '@/lib/rate-limit';

/** A partner account. */
export async function createPartner(options: { name?: string } = {}): Promise<{ id: string; name: string }> {
  const id = newId('acct');
  return prisma().partner.create({
    data: { id, name: options.name ?? `Partner ${id.slice(-6)}` },
    select: { id: true, name: true },
  });
}

export interface ProjectOptions {
  /** Default: a new partner. */
  readonly partnerId?: string;
  /** Default `build` in sandbox, `platform` with generous figures in live. */
  readonly tier?: Tier;
  readonly livemode?: boolean;
  /** On `platform` only. */
  readonly limits?: ProjectLimits;
  readonly actsForApplicants?: boolean;
  readonly redirectUris?: readonly string[];
}

/** Figures no test runs into by accident. */
export const generousLimits: ProjectLimits = {
  bucket: { ratePerSecond: 10_000, burst: 10_000 },
  concurrent: 1_000,
  subLimits: {
    'applications.create': { ratePerSecond: 10_000, burst: 10_000 },
    'decisions.refresh': { ratePerSecond: 10_000, burst: 10_000 },
    'payment_links.create': { ratePerSecond: 10_000, burst: 10_000 },
    'identity_checks.create': { ratePerSecond: 10_000, burst: 10_000 },
    'disbursements.create': { ratePerSecond: 10_000, burst: 10_000 },
  },
  tokenPlane: { ratePerSecond: 10_000, burst: 10_000 },
};

/** A project; sandbox on `build` unless told otherwise. */
export async function createProject(options: ProjectOptions = {}): Promise<ProjectSnapshot> {
  const livemode = options.livemode ?? false;
  const tier = options.tier ?? (livemode ? 'platform' : 'build');
  const limits = options.limits ?? generousLimits;
  const partnerId = options.partnerId ?? (await createPartner()).id;
  const project = {
    id: newId('prj'),
    partnerId,
    name: livemode ? 'Live' : 'Sandbox',
    livemode,
    tier,
    actsForApplicants: options.actsForApplicants ?? false,
    redirectUris: [...(options.redirectUris ?? [])],
  };
  await prisma().project.create({
    data: {
      ...project,
      ...(tier === 'platform' && { negotiatedLimits: limits as unknown as Prisma.InputJsonValue }),
    },
  });
  return {
    ...project,
    limits: limitsOf({ tier, negotiatedLimits: limits }),
    standing: 'active',
    clockOffsetSeconds: 0,
  };
}

/** The context in which a client of `project` calls a verb that reads. */
export function readContext(
  project: ProjectSnapshot,
  clock: Clock = projectClock(project.clockOffsetSeconds),
): Context {
  return {
    requestId: newId('req'),
    actor: { kind: 'client', clientId: 'cid_sbx_test', credentialId: newId('sec') },
    project,
    clock,
  };
}

/** Runs a verb that changes something, as the pipeline does: in one transaction, committed when it resolves. */
export function inWriteContext<T>(
  project: ProjectSnapshot,
  work: (ctx: WriteContext) => Promise<T>,
  clock?: Clock,
): Promise<T> {
  return withTransaction((tx) => work({ ...readContext(project, clock), tx }));
}
