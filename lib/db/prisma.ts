// Prisma on the shared pool.
import { PrismaPg } from '@prisma/adapter-pg';
import { singleton } from '@/lib/core/singleton';
import { PrismaClient } from './generated/client';
import { pool } from './pool';

/** The process-wide Prisma client. Only repositories and the seed use it. */
export function prisma(): PrismaClient {
  return singleton('db.prisma', () => new PrismaClient({ adapter: new PrismaPg(pool()) }));
}
