// How the consoles keep what they have read: old data stays on the screen while newer data is on its way.
import { keepPreviousData, QueryClient } from '@tanstack/react-query';
import { ClientError } from './client-error';

const readAttempts = 3;

/** A refusal is final; silence and 5xx are worth another try. */
function isWorthAnotherTry(error: Error): boolean {
  return error instanceof ClientError && (error.status === 0 || error.status >= 500);
}

/** One for each browser tab. Changes are never repeated by themselves. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        placeholderData: keepPreviousData,
        retry: (failures, error) => failures < readAttempts && isWorthAnotherTry(error),
      },
      mutations: { retry: false },
    },
  });
}
