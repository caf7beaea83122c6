import { Inbox, Lock, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import { DataTable } from '@/components/ui/data-table';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { DateTime } from '@/components/ui/date-time';
import { KeyValueList } from '@/components/ui/key-value-list';
import { Meter } from '@/components/ui/meter';
import { Money } from '@/components/ui/money';
import { PageHeader } from '@/components/ui/page-header';
import { Progress } from '@/components/ui/progress';
import { Stat } from '@/components/ui/stat';
import { Timeline } from '@/components/ui/timeline';
import { EnvironmentBadge } from '@/components/ui/environment-badge';
import { TextField } from '@/components/ui/field';
import { Skeleton } from '@/components/ui/skeleton';
import { Status } from '@/components/ui/status';
import { Tabs } from '@/components/ui/tabs';
import { TextLink } from '@/components/ui/text-link';
import { InteractiveGallery } from './interactive';

const sample = `{ "amount_pence": 2500000, "livemode": false, "reference": null }`;

const payouts = [
  { id: 'dsb_01', payee: 'Healthy Ltd', amount: '£25,000.00', state: 'Waiting for people', shape: 'outline' },
  { id: 'dsb_02', payee: 'Second Look Ltd', amount: '£8,400.00', state: 'With the bank', shape: 'half' },
  { id: 'dsb_03', payee: 'Many Offers Ltd', amount: '£61,250.00', state: 'Settled', shape: 'full' },
] as const;

const colours = [
  ['paper', 'bg-paper'],
  ['surface', 'bg-surface'],
  ['sunken', 'bg-sunken'],
  ['line', 'bg-line'],
  ['line-control', 'bg-line-control'],
  ['ink', 'bg-ink'],
  ['ink-muted', 'bg-ink-muted'],
  ['accent', 'bg-accent'],
  ['accent-soft', 'bg-accent-soft'],
  ['danger', 'bg-danger'],
  ['caution', 'bg-caution'],
  ['info', 'bg-info'],
  ['sandbox', 'bg-sandbox hatch'],
  ['live', 'bg-live'],
  ['ops', 'bg-ops'],
] as const;

const sizes = ['text-12', 'text-13', 'text-14', 'text-16', 'text-20', 'text-28', 'text-40'] as const;

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h3 className="mb-3 text-13 font-medium text-ink-muted">{title}</h3>
      {children}
    </section>
  );
}

const row = 'flex flex-wrap items-center gap-2.5';

/** One theme's worth of primitives. */
export function Gallery({ theme }: { theme: 'light' | 'dark' }) {
  return (
    <div data-theme={theme} data-testid={`gallery-${theme}`} className="mt-8 border-y border-line bg-paper">
      <div className="mx-auto max-w-page px-4 py-10 sm:px-6">
        <h2 className="text-20 font-semibold">{theme === 'light' ? 'Light' : 'Dark'}</h2>
        <div className="mt-6 grid gap-x-12 gap-y-10 lg:grid-cols-2">
          <Group title="Colour">
            <ul className="grid grid-cols-3 gap-2 sm:grid-cols-5">
              {colours.map(([name, className]) => (
                <li key={name} className="text-12">
                  <div className={`h-10 rounded-control border border-line ${className}`} />
                  <span className="text-ink-muted">{name}</span>
                </li>
              ))}
            </ul>
          </Group>
          <Group title="Type">
            <ul>
              {sizes.map((size) => (
                <li
                  key={size}
                  className={`truncate ${size} ${size === 'text-28' || size === 'text-40' ? 'font-display' : ''}`}
                >
                  £25,000.00 {size}
                </li>
              ))}
            </ul>
          </Group>
          <Group title="Button">
            <div className={row}>
              <Button variant="primary">Create client</Button>
              <Button>Edit scopes</Button>
              <Button variant="quiet">Cancel</Button>
              <Button variant="danger">Revoke client</Button>
            </div>
            <div className={`mt-3 ${row}`}>
              <Button variant="primary" disabled>
                Create client
              </Button>
              <Button disabled>Edit scopes</Button>
              <Button variant="primary" pendingLabel="Creating client">
                Create client
              </Button>
              <ButtonLink href="/docs">Open the documentation</ButtonLink>
            </div>
          </Group>
          <Group title="Page header">
            <PageHeader
              title="Checkout service"
              headingLevel={4}
              crumbs={[{ label: 'Clients', href: '/dev/ui' }]}
              beside={<Status tone="positive">Active</Status>}
              actions={<Button variant="primary">Rotate secret</Button>}
            >
              One program of yours: its scopes, its secrets, and what it did last.
            </PageHeader>
          </Group>
          <Group title="Link">
            <p>
              A link in text goes to <TextLink href="/docs/errors">the list of errors</TextLink> and says
              where.
            </p>
          </Group>
          <Group title="Environment, badge, status">
            <div className={row}>
              <EnvironmentBadge livemode={false} />
              <EnvironmentBadge livemode />
            </div>
            <div className={`mt-3 ${row}`}>
              <Badge>build</Badge>
              <Badge tone="accent" mono>
                200
              </Badge>
              <Badge tone="caution" mono>
                429
              </Badge>
              <Badge tone="danger" mono>
                500
              </Badge>
              <Badge tone="info" mono>
                GET
              </Badge>
            </div>
            <div className={`mt-3 gap-x-5 ${row}`}>
              <Status>Draft</Status>
              <Status tone="positive">Enabled</Status>
              <Status tone="caution">On hold</Status>
              <Status tone="danger">Failed</Status>
              <Status tone="info">In review</Status>
            </div>
          </Group>
          <Group title="Operations header">
            <div className="flex h-12 items-center justify-between rounded-surface bg-ops px-4 text-ops-ink">
              <span className="font-semibold">Operations</span>
              <span className="text-13 text-ops-muted">Money out, needs me 2</span>
            </div>
          </Group>
          <Group title="Card">
            <Card>
              <p className="font-semibold">Healthy integration</p>
              <p className="mt-1 text-ink-muted">
                Client <code className="text-13">cid_sbx_4f1c</code>{' '}
                <CopyButton text="cid_sbx_4f1c" what={`client id (${theme})`} />
              </p>
            </Card>
          </Group>
          <Group title="Code">
            <CodeBlock title={`Response body (${theme})`} language="json" code={sample} />
          </Group>
          <Group title="Callout">
            <div className="space-y-3">
              <Callout title="A new key is published">It signs from 18:00 on.</Callout>
              <Callout tone="caution" title="The old secret was used 4 minutes ago">
                Retire it when it has been silent for a day.
              </Callout>
              <Callout tone="danger" title="This endpoint was disabled">
                It failed for seven days running.
              </Callout>
            </div>
          </Group>
          <Group title="Field">
            <div className="space-y-4">
              <TextField label="Client name" hint="Shown in your logs." placeholder="Checkout service" />
              <TextField
                label="Redirect address"
                defaultValue="http://example.com"
                error="The address must start with https. Change the scheme and try again."
              />
              <TextField label="Project" defaultValue="Sandbox 1" disabled />
            </div>
          </Group>
          <Group title="Table: cards where it is narrow">
            <DataTable
              caption={`Payouts (${theme})`}
              rows={payouts}
              rowKey={(payout) => payout.id}
              columns={[
                { header: 'Payee', cell: (payout) => payout.payee },
                {
                  header: 'State',
                  cell: (payout) => (
                    <Status tone={payout.shape === 'full' ? 'positive' : 'caution'} shape={payout.shape}>
                      {payout.state}
                    </Status>
                  ),
                },
                { header: 'Amount', numeric: true, cell: (payout) => payout.amount },
              ]}
            />
          </Group>
          <Group title="Tabs">
            <Tabs
              label={`Views of a request (${theme})`}
              items={[
                { value: 'request', label: 'Request', content: <p>What was sent.</p> },
                { value: 'answer', label: 'Answer', content: <p>What came back.</p> },
                { value: 'timing', label: 'Timing', content: <p>Where the time went.</p> },
              ]}
            />
          </Group>
          <Group title="Empty states">
            <div className="space-y-3">
              <EmptyState
                icon={Inbox}
                title="No requests yet"
                action={<ButtonLink href="/docs/quickstart">Make the first call</ButtonLink>}
              >
                Each call to the API appears here within two seconds.
              </EmptyState>
              <EmptyState icon={SearchX} title="Nothing matches" action={<Button>Clear filters</Button>}>
                No request has all of these properties.
              </EmptyState>
              <EmptyState icon={Lock} title="Owners only">
                Ask an owner of this team to change your role.
              </EmptyState>
            </div>
          </Group>
          <Group title="Skeleton">
            <Skeleton lines={4} />
          </Group>
          <Group title="Facts, meters, figures">
            <div className="grid gap-3 sm:grid-cols-2">
              <Stat label="Requests today" value="12,408" note="9,870 by this time yesterday" />
              <Stat label="Throttled" value="0.4 %" note="on tier build" />
            </div>
            <div className="mt-4 space-y-4">
              <Meter label={`Burst (${theme})`} value={412} max={500} text="412 of 500 tokens used" />
              <Meter label={`Concurrency (${theme})`} value={2} max={10} text="2 of 10 slots used" />
              <Progress label={`Go-live (${theme})`} value={4} max={7} text="4 of 7 checks" />
            </div>
            <div className="mt-4">
              <KeyValueList
                items={[
                  { name: 'Created', value: <DateTime at="2026-11-22T17:40:12.000Z" /> },
                  { name: 'Amount', value: <Money pence={2_500_000} /> },
                  {
                    name: 'Terms',
                    value: (
                      <>
                        Up to <Money pence={25_000_000} prose /> over 60 months
                      </>
                    ),
                  },
                ]}
              />
            </div>
          </Group>
          <Group title="Timeline">
            <Timeline
              label={`History (${theme})`}
              entries={[
                { id: '1', at: '2026-11-22T17:40:12.000Z', title: 'Created', detail: 'by Checkout service' },
                { id: '2', at: '2026-11-22T17:40:14.000Z', title: 'In review', tone: 'caution' },
                { id: '3', at: '2026-11-22T17:40:15.000Z', title: 'Approved', tone: 'positive' },
              ]}
            />
          </Group>
          <Group title="Table: on its way, and empty">
            <div className="space-y-3">
              <DataTable
                caption="Loading"
                rows={undefined}
                rowKey={() => ''}
                columns={[{ header: 'Payee', cell: () => '' }]}
              />
              <DataTable
                caption="Empty"
                rows={[]}
                rowKey={() => ''}
                columns={[{ header: 'Payee', cell: () => '' }]}
                empty={
                  <EmptyState icon={Inbox} title="No payouts yet">
                    Each payout that you ask for appears here.
                  </EmptyState>
                }
              />
            </div>
          </Group>
          <InteractiveGallery theme={theme} />
          <Group title="Dialog">
            <Dialog
              trigger={<Button variant="danger">Revoke client ({theme})</Button>}
              title="Revoke “Checkout service”"
              description="Its tokens stop working within a second. It made 1,204 calls in the last hour."
              action={<Button variant="danger">Revoke client</Button>}
            >
              <TextField label="Type the client’s name" placeholder="Checkout service" />
            </Dialog>
          </Group>
        </div>
      </div>
    </div>
  );
}
