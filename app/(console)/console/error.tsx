'use client';
import { TriangleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** Inside the shell: what broke this page did not break the console. */
export default function ConsoleError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <>
      <h1 className="sr-only">Something went wrong</h1>
      <EmptyState
        icon={TriangleAlert}
        title="This page could not be shown"
        action={<Button onClick={reset}>Try again</Button>}
      >
        Nothing was changed.{error.digest !== undefined && ` If it goes on, quote ${error.digest}.`}
      </EmptyState>
    </>
  );
}
