'use client';
import { useRouter } from 'next/navigation';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { useNotice } from '@/components/ui/toast';
import { ClientError } from '@/lib/client/client-error';
import { request } from '@/lib/client/request';
import { browserName } from './browser-name';

interface ListedSession {
  readonly id: string;
  readonly current: boolean;
  readonly created: string;
  readonly last_seen: string;
  readonly ip_address: string;
  readonly user_agent: string;
}

interface SessionListProps {
  readonly sessions: readonly ListedSession[];
  /** The route that ends them. */
  readonly path?: '/api/auth/sessions' | '/api/ops/auth/sessions';
}

/** Where the person is signed in, and a way to end each. */
export function SessionList({ sessions, path = '/api/auth/sessions' }: SessionListProps) {
  const router = useRouter();
  const notice = useNotice();

  async function end(target: string, title: string) {
    try {
      await request(target, { method: 'DELETE' });
      notice({ title });
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      notice({ tone: 'problem', title: 'The session is still there', text: error.message });
    }
    router.refresh();
  }

  return (
    <div className="space-y-3">
      <DataTable
        caption="Sessions"
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            header: 'Browser',
            cell: ({ user_agent: userAgent, current }) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                <span title={userAgent}>{browserName(userAgent)}</span>
                {current && <Badge tone="accent">This one</Badge>}
              </span>
            ),
          },
          {
            header: 'Address',
            cell: ({ ip_address: address }) => <span className="numeric">{address}</span>,
          },
          { header: 'Signed in', cell: ({ created }) => <RelativeTime at={created} /> },
          { header: 'Last used', cell: ({ last_seen: lastSeen }) => <RelativeTime at={lastSeen} /> },
          {
            header: 'Act',
            cell: ({ id, current, user_agent: userAgent }) =>
              current ? null : (
                <button
                  type="button"
                  onClick={() => void end(`${path}/${id}`, 'Signed out there')}
                  className="font-medium text-accent underline decoration-accent/40 underline-offset-3 hover:decoration-current"
                >
                  Sign out<span className="sr-only"> {browserName(userAgent)}</span>
                </button>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <Button onClick={() => void end(path, 'Signed out everywhere else')}>Sign out everywhere else</Button>
      )}
    </div>
  );
}
