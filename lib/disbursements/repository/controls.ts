// Limits and stops of live money-out.
import type { Transaction } from '@/lib/db';
import { prisma } from '@/lib/db';

export interface LimitsRow {
  version: number;
  perItemPence: bigint;
  perPersonDayPence: bigint;
  perPartnerDayPence: bigint;
  reason: string;
  proposedBy: string;
  proposedAt: Date;
  confirmedBy: string | null;
  confirmedAt: Date | null;
  withdrawnBy: string | null;
  withdrawnAt: Date | null;
}

export type NewLimits = Pick<
  LimitsRow,
  'perItemPence' | 'perPersonDayPence' | 'perPartnerDayPence' | 'reason' | 'proposedBy' | 'proposedAt'
>;

/** Every version, newest first. */
export function listLimits(tx?: Transaction): Promise<LimitsRow[]> {
  return (tx?.prisma ?? prisma()).moneyOutLimits.findMany({ orderBy: { version: 'desc' } });
}

export function insertLimits(data: NewLimits, tx: Transaction): Promise<LimitsRow> {
  return tx.prisma.moneyOutLimits.create({ data });
}

/** Ends an open proposal. @returns whether it was open. */
export async function endProposal(
  version: number,
  data: { confirmedBy: string; confirmedAt: Date } | { withdrawnBy: string; withdrawnAt: Date },
  tx: Transaction,
): Promise<boolean> {
  const where = { version, confirmedAt: null, withdrawnAt: null };
  return (await tx.prisma.moneyOutLimits.updateMany({ where, data })).count === 1;
}

export interface StopRow {
  id: string;
  partnerId: string | null;
  reason: string;
  stoppedBy: string;
  stoppedAt: Date;
  startProposedBy: string | null;
  startProposedAt: Date | null;
  startedBy: string | null;
  startedAt: Date | null;
}

/** Stops that hold now, oldest first. */
export function listActiveStops(tx?: Transaction): Promise<StopRow[]> {
  return (tx?.prisma ?? prisma()).moneyOutStop.findMany({
    where: { startedAt: null },
    orderBy: { id: 'asc' },
  });
}

const journalRows = 200;

/** The journal of stops, newest first. */
export function listStops({ onlyHeld }: { readonly onlyHeld: boolean }): Promise<StopRow[]> {
  return prisma().moneyOutStop.findMany({
    ...(onlyHeld && { where: { startedAt: null } }),
    orderBy: { id: 'desc' },
    take: journalRows,
  });
}

/** Partners whose live money-out can be stopped. */
export function listPartnerNames(): Promise<{ id: string; name: string }[]> {
  return prisma().partner.findMany({
    where: { projects: { some: { livemode: true } } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}

export function findStop(id: string, tx: Transaction): Promise<StopRow | null> {
  return tx.prisma.moneyOutStop.findUnique({ where: { id } });
}

export function findPartnerName(id: string, tx: Transaction): Promise<{ name: string } | null> {
  return tx.prisma.partner.findUnique({ where: { id }, select: { name: true } });
}

export async function insertStop(
  data: Pick<StopRow, 'id' | 'partnerId' | 'reason' | 'stoppedBy' | 'stoppedAt'>,
  tx: Transaction,
): Promise<void> {
  await tx.prisma.moneyOutStop.create({ data });
}

/** @returns whether it still held. */
export async function updateStop(
  id: string,
  data: { startProposedBy: string; startProposedAt: Date } | { startedBy: string; startedAt: Date },
  tx: Transaction,
): Promise<boolean> {
  return (await tx.prisma.moneyOutStop.updateMany({ where: { id, startedAt: null }, data })).count === 1;
}
