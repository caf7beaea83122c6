// Rows of mails: those that wait, sealed, and in development those that were sent.
import { prisma, type Transaction } from '@/lib/db';

export async function insertOutgoing(
  tx: Transaction,
  row: { readonly id: string; readonly sealed: Uint8Array<ArrayBuffer> },
): Promise<void> {
  await tx.prisma.outgoingMail.create({ data: row });
}

export async function findOutgoing(id: string): Promise<Uint8Array | undefined> {
  return (await prisma().outgoingMail.findUnique({ where: { id } }))?.sealed;
}

export async function deleteOutgoing(id: string): Promise<void> {
  await prisma().outgoingMail.deleteMany({ where: { id } });
}

interface DevelopmentMail {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export async function insertDevelopmentMail(row: DevelopmentMail): Promise<void> {
  await prisma().developmentMail.createMany({ data: [row], skipDuplicates: true });
}

export function findDevelopmentMails(limit: number) {
  return prisma().developmentMail.findMany({ orderBy: { id: 'desc' }, take: limit });
}
