// Facts about this installation that outlive its processes.
import { prisma } from '@/lib/db';

/** The fact called `name`, or undefined. */
export async function readFact(name: string): Promise<string | undefined> {
  const row = await prisma().platformFact.findUnique({ where: { name } });
  return row?.value;
}

/** Writes `value` down unless the fact is known already. Returns what is known now; parallel callers agree. */
export async function rememberFact(name: string, value: string): Promise<string> {
  await prisma().platformFact.createMany({ data: [{ name, value }], skipDuplicates: true });
  return (await readFact(name)) as string;
}
