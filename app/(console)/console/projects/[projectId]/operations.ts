import { loadReference } from '@/app/docs/api/document';

/** The routes that a partner's program may call, for filters: the operation's id, and how its route is written. */
export async function partnerOperations(): Promise<{ id: string; label: string }[]> {
  const groups = (await loadReference())?.groups ?? [];
  return groups.flatMap((group) =>
    group.operations.map(({ id, method, path }) => ({
      id,
      label: `${method} ${path.replace('/partner/v1', '')}`,
    })),
  );
}
