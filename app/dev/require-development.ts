import { connection } from 'next/server';
import { notFound } from 'next/navigation';
import { environment } from '@/lib/env';

/** Pages under /dev exist in development only; elsewhere they are 404. Each page asks for itself. */
export async function requireDevelopment(): Promise<void> {
  await connection();
  if (environment().appEnv !== 'development') notFound();
}
