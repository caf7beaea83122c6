'use client';
// The primitives that act: each once for each theme.
import { Copy, Ellipsis, LogOut, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Chart } from '@/components/ui/chart';
import { Checkbox, RadioGroup, SelectField, Switch, TextArea } from '@/components/ui/choice';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DataTable, type TableSort } from '@/components/ui/data-table';
import { FilterBar } from '@/components/ui/filter-bar';
import {
  Form,
  FormCheckbox,
  FormRadio,
  FormSelect,
  FormSubmit,
  FormText,
  FormTextArea,
} from '@/components/ui/form';
import { IdChip } from '@/components/ui/id-chip';
import { JsonViewer } from '@/components/ui/json-viewer';
import { LoadMore } from '@/components/ui/load-more';
import { Menu, MenuGroup, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { FormPassword } from '@/components/ui/password-field';
import { Popover } from '@/components/ui/popover';
import { RelativeTime } from '@/components/ui/relative-time';
import { SecretReveal } from '@/components/ui/secret-reveal';
import { SidePanel } from '@/components/ui/side-panel';
import { NoticeProvider, useNotice } from '@/components/ui/toast';
import { Tooltip } from '@/components/ui/tooltip';
import { useApiForm, type Checks } from '@/lib/client/use-api-form';

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h3 className="mb-3 text-13 font-medium text-ink-muted">{title}</h3>
      {children}
    </section>
  );
}

const row = 'flex flex-wrap items-center gap-2.5';

const clients = [
  { name: 'Checkout service', calls: 1_204 },
  { name: 'Nightly reports', calls: 88 },
];

const minutes = Array.from({ length: 30 }, (_, minute) => ({
  x: `17:${String(minute + 10).padStart(2, '0')}`,
  ok: 40 + Math.round(18 * Math.sin(minute / 4)),
  failed: minute % 9 === 0 ? 4 : 1,
  throttled: minute > 18 && minute < 24 ? 12 : 0,
}));

const sampleSchema = (z: Checks) =>
  z.object({
    name: z.string().check(z.minLength(1, 'Give the client a name.')),
    kind: z.string(),
    password: z.string().check(z.minLength(15, 'Use at least 15 characters.')),
    note: z.string(),
    environment: z.string(),
    rotate: z.boolean(),
  });

function SampleForm({ theme }: { theme: string }) {
  const notice = useNotice();
  const bound = useApiForm({
    id: `sample-${theme}`,
    schema: sampleSchema,
    defaultValues: {
      name: '',
      kind: 'service',
      password: '',
      note: '',
      environment: 'sandbox',
      rotate: true,
    },
    submit: async (values) => values,
    onDone: ({ name }) => notice({ title: `Created “${name}”` }),
  });
  return (
    <Form bound={bound}>
      <FormText name="name" label="Client name" hint="Shown in your logs." />
      <FormSelect
        name="kind"
        label="Kind"
        options={[
          { value: 'service', label: 'A service of yours' },
          { value: 'person', label: 'Somebody’s own tool' },
        ]}
      />
      <FormPassword name="password" label="Password" autoComplete="new-password" />
      <FormRadio
        name="environment"
        legend="Environment"
        options={[
          { value: 'sandbox', label: 'Sandbox', hint: 'Simulated; no money moves.' },
          { value: 'live', label: 'Live' },
        ]}
      />
      <FormTextArea name="note" label="Note" />
      <FormCheckbox name="rotate" label="Remind me to rotate the secret" />
      <FormSubmit pendingLabel="Creating client">Create client</FormSubmit>
    </Form>
  );
}

function Notices() {
  const notice = useNotice();
  return (
    <div className={row}>
      <Button
        onClick={() =>
          notice({
            title: 'Client renamed',
            undo: { label: 'Undo', onUndo: () => notice({ title: 'Name restored' }) },
          })
        }
      >
        Say that it is done
      </Button>
      <Button
        onClick={() =>
          notice({ tone: 'problem', title: 'The export failed', text: 'Try again in a minute.' })
        }
      >
        Say that it failed
      </Button>
    </div>
  );
}

function Primitives({ theme }: { theme: string }) {
  const [panel, setPanel] = useState(false);
  const [sort, setSort] = useState<TableSort>({ key: 'calls', descending: true });
  const [search, setSearch] = useState('');
  const rows = clients.toSorted((a, b) => (sort.descending ? b.calls - a.calls : a.calls - b.calls));
  return (
    <>
      <Group title="Menu, popover, tooltip, side panel, notices">
        <div className={row}>
          <Menu trigger={<Button>Client menu ({theme})</Button>}>
            <MenuGroup label="Checkout service">
              <MenuItem icon={Copy}>Copy client id</MenuItem>
              <MenuItem href="/docs" current>
                Open its requests
              </MenuItem>
            </MenuGroup>
            <MenuSeparator />
            <MenuItem icon={Trash2} danger>
              Revoke client
            </MenuItem>
          </Menu>
          <Popover trigger={<Button>More filters ({theme})</Button>} title="More filters">
            Exact status code, object id, idempotency key.
          </Popover>
          <Tooltip text="Sign out of this browser">
            <Button variant="quiet" aria-label={`Sign out (${theme})`}>
              <LogOut aria-hidden className="size-4" />
            </Button>
          </Tooltip>
          <Button onClick={() => setPanel(true)}>
            <Ellipsis aria-hidden className="size-4" />
            Open detail ({theme})
          </Button>
        </div>
        <SidePanel
          open={panel}
          onClose={() => setPanel(false)}
          title="POST /applications"
          subtitle="17:40:12"
        >
          <JsonViewer
            title="Request body"
            value={{ amount_pence: 2_500_000, livemode: false, reference: null }}
          />
        </SidePanel>
        <div className="mt-3">
          <Notices />
        </div>
      </Group>
      <Group title="Confirm: simple, costly, irreversible">
        <div className={row}>
          <ConfirmDialog
            danger="simple"
            trigger={<Button>Resend event ({theme})</Button>}
            title="Resend evt_01k9z6?"
            description="Your endpoint receives it once more with the same id."
            confirmLabel="Resend event"
            pendingLabel="Resending event"
            onConfirm={async () => undefined}
          />
          <ConfirmDialog
            trigger={<Button variant="danger">Retire secret ({theme})</Button>}
            title="Retire the secret ending 4f1c?"
            description="It was last used 26 hours ago. Calls with it get a 401 within a second."
            confirmLabel="Retire secret"
            pendingLabel="Retiring secret"
            onConfirm={async () => undefined}
          />
          <ConfirmDialog
            danger="irreversible"
            typeToConfirm="Checkout service"
            trigger={<Button variant="danger">Close project ({theme})</Button>}
            title="Close “Checkout service”"
            description="It made 1,204 calls in the last hour. They fail within a second, for good."
            confirmLabel="Close project"
            pendingLabel="Closing project"
            onConfirm={async () => undefined}
          />
        </div>
      </Group>
      <Group title="Choices">
        <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
          <div>
            <Checkbox label="payments:write" hint="Create and cancel payment links" defaultChecked />
            <Checkbox label="identity:read" disabled />
            <Switch label="Live updates" defaultChecked />
            <Switch label="Times in UTC" />
          </div>
          <RadioGroup
            legend={`Role (${theme})`}
            name={`role-${theme}`}
            defaultValue="developer"
            options={[
              { value: 'admin', label: 'Admin', hint: 'Everything except owners' },
              { value: 'developer', label: 'Developer', hint: 'Clients, webhooks, logs' },
            ]}
          />
          <SelectField
            label="Route"
            options={[
              { value: 'all', label: 'All routes' },
              { value: 'a', label: '/applications' },
            ]}
          />
          <TextArea label="Public key (JWK)" mono error="This is not JSON. Paste the key as one object." />
        </div>
      </Group>
      <Group title="Form: leave it empty and send it">
        <SampleForm theme={theme} />
      </Group>
      <Group title="Filters, sorted table, the end of a list">
        <FilterBar
          label={`Clients (${theme})`}
          search={{ value: search, placeholder: 'Search clients', onChange: setSearch }}
          active={[{ name: 'Status', value: 'active', onRemove: () => undefined }]}
          onClear={() => undefined}
        />
        <DataTable
          caption={`Clients (${theme})`}
          density="compact"
          rows={rows}
          rowKey={({ name }) => name}
          sort={sort}
          onSort={setSort}
          columns={[
            { header: 'Name', cell: ({ name }) => name },
            {
              header: 'Calls',
              sortKey: 'calls',
              numeric: true,
              cell: ({ calls }) => calls.toLocaleString('en-GB'),
            },
          ]}
        />
        <LoadMore shown="2 clients shown" hasMore loading={false} onLoadMore={() => undefined} />
      </Group>
      <Group title="Ids and times">
        <div className={row}>
          <IdChip id="req_01k9z6t1m8x3" what="request id" />
          <RelativeTime at="2026-11-22T17:40:12.000Z" />
        </div>
      </Group>
      <Group title="JSON that arrives in the browser">
        <JsonViewer
          title={`Answer (${theme})`}
          value={{ amount_pence: 2_500_000, livemode: false, reference: null, name: 'Healthy Ltd' }}
        />
      </Group>
      <Group title="A secret, once">
        <SecretReveal
          title="Your sandbox client is ready"
          facts={[{ name: 'Client id', value: 'cid_sbx_4f1c9be2' }]}
          secret={{ name: 'Client secret', value: 'sample-value-that-opens-nothing-0123456789' }}
          file={{ name: 'sample.env', text: 'CLIENT_ID=cid_sbx_4f1c9be2\n' }}
          doneLabel="Go on"
          onStored={() => undefined}
        />
      </Group>
      <Group title="Chart">
        <Chart
          title={`Requests each minute (${theme})`}
          axisLabel="Minute"
          points={minutes}
          series={[
            { key: 'ok', label: '2xx', colour: 'first', kind: 'bar' },
            { key: 'failed', label: '4xx and 5xx', colour: 'failed', kind: 'bar' },
            { key: 'throttled', label: 'Throttled', colour: 'throttled', kind: 'bar' },
          ]}
        />
      </Group>
    </>
  );
}

/** Interactive primitives with what they need around them. */
export function InteractiveGallery({ theme }: { theme: 'light' | 'dark' }) {
  return (
    <NoticeProvider>
      <Primitives theme={theme} />
    </NoticeProvider>
  );
}
