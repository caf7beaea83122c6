import { Callout } from '@/components/ui/callout';
import { TextLink } from '@/components/ui/text-link';
import type { OwnProject } from './own-project';

/** Where the two values come from: the reader's own client, or the sign-up. */
export function YourProject({ own }: { own: OwnProject | undefined }) {
  if (own === undefined) {
    return (
      <Callout title="Keys take a minute">
        <p>
          <TextLink href="/sign-up">Sign up</TextLink> with your work e-mail address: a sandbox project, a
          client with its secret and sample data are there at once. Have an account?{' '}
          <TextLink href="/sign-in?next=/docs/quickstart">Sign in</TextLink>, and this page fills itself in.
        </p>
      </Callout>
    );
  }
  const clients = `/console/projects/${own.id}/clients`;
  if (own.client === undefined) {
    return (
      <Callout title={`${own.name} has no client`}>
        <p>
          <TextLink href={`${clients}/new`}>Create a client</TextLink>, and come back for the calls.
        </p>
      </Callout>
    );
  }
  const { id, name, secretHint } = own.client;
  return (
    <Callout title={`Filled in for ${own.name}`}>
      <p>
        The client is <strong>{name}</strong>.{' '}
        {secretHint !== undefined && (
          <>
            Its secret ends in <code>{secretHint}</code>; we keep only a fingerprint, so the rest is yours to
            fill in.{' '}
          </>
        )}
        Lost it? <TextLink href={`${clients}/${id}`}>Create a new secret</TextLink>.
      </p>
    </Callout>
  );
}
