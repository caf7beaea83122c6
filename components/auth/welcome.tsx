'use client';
import { SecretReveal } from '@/components/ui/secret-reveal';
import { AuthShell } from './auth-shell';
import { leaveFor } from './leave-for';
import { ShellCode } from './shell-code';

export interface OpenedAccount {
  readonly project_id: string;
  readonly client_id: string;
  readonly client_secret: string;
}

/** The first screen of an account: the secret, once, and the calls that work with it as they stand. */
export function Welcome({ account, origin }: { account: OpenedAccount; origin: string }) {
  const { project_id: projectId, client_id: clientId, client_secret: clientSecret } = account;
  const mint = `TOKEN=$(curl --silent --fail-with-body \\
  --user "${clientId}:${clientSecret}" \\
  --data grant_type=client_credentials \\
  ${origin}/partner/v1/oauth/token \\
  | sed -E 's/.*"access_token": ?"([^"]+)".*/\\1/')`;
  const call = `curl ${origin}/partner/v1/project \\
  --header "Authorization: Bearer $TOKEN"`;
  return (
    <AuthShell
      width="wide"
      title="Your sandbox is open"
      content={
        <div className="space-y-8">
          <SecretReveal
            title="Your first client"
            facts={[{ name: 'Client id', value: clientId }]}
            secret={{ name: 'Client secret', value: clientSecret }}
            file={{
              name: 'credicorp-sandbox.env',
              text: `CREDICORP_ORIGIN=${origin}\nCLIENT_ID=${clientId}\nCLIENT_SECRET=${clientSecret}\n`,
            }}
            doneLabel="Open your project"
            onStored={() => void leaveFor(`/console/projects/${projectId}/overview`)}
          />
          <section aria-labelledby="first-call" className="space-y-3">
            <h2 id="first-call" className="text-16 font-semibold">
              Your first call
            </h2>
            <p className="text-ink-soft">
              Paste these two into a terminal. Nothing needs to be filled in; the second answers 200 with your
              project and its limits.
            </p>
            <ShellCode title="1. Mint a token" code={mint} />
            <ShellCode title="2. Ask who you are" code={call} />
          </section>
        </div>
      }
    >
      A project, a client with every scope and sample data are ready. No money moves here.
    </AuthShell>
  );
}
