import { notFound } from 'next/navigation';
import type { Context } from '@/lib/core/context';
import { ApiError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import { readEndpoint, type Endpoint } from '@/lib/webhooks';

/** The endpoint of an address; the page for what is not there when it is another project's or none. */
export async function readEndpointOr404(ctx: Context, id: string): Promise<Endpoint> {
  if (!isId('whend', id)) notFound();
  return readEndpoint({ ctx, input: { id } }).catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 404) notFound();
    throw error;
  });
}
