import { SearchX } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** Inside the shell: a project or object that is not there, or not this account's; the two look the same. */
export default function ConsoleNotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={SearchX}
        title="There is nothing here"
        action={<ButtonLink href="/console">Go to your project</ButtonLink>}
      >
        The address names nothing that your account has, or your role does not reach it.
      </EmptyState>
    </>
  );
}
