'use client';
// Go to, create, jump to any id, switch project. Loaded when it is first asked for.
import { Dialog } from '@base-ui/react/dialog';
import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { CornerDownLeft, Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { classNames } from '@/components/ui/class-names';
import { backdrop, floatingSurface } from '@/components/ui/floating';
import { queryKeys } from '@/lib/client/query-keys';
import { request } from '@/lib/client/request';
import { accountPlaces, placeOfId, projectPath, projectPlaces } from './places';
import type { ShellProject } from './shell-facts';

interface CommandPaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly projects: readonly ShellProject[];
  readonly current: ShellProject | undefined;
}

interface Entry {
  readonly label: string;
  readonly note?: string;
  readonly href: string;
}

const documentation: readonly Entry[] = [
  { label: 'Quickstart', href: '/docs/quickstart' },
  { label: 'API reference', href: '/docs/api' },
  { label: 'Errors', href: '/docs/errors' },
  { label: 'Rate limits', href: '/docs/rate-limits' },
];

function groupsOf(
  projects: readonly ShellProject[],
  current: ShellProject | undefined,
): [string, readonly Entry[]][] {
  const inProject =
    current === undefined ? [] : projectPlaces(current.id).map(({ label, href }) => ({ label, href }));
  const creations =
    current === undefined
      ? []
      : [
          { label: 'Create OAuth client', href: `${projectPath(current.id, 'clients')}/new` },
          { label: 'Add webhook endpoint', href: `${projectPath(current.id, 'webhooks')}/new` },
        ];
  return [
    ['Go to', [...inProject, ...accountPlaces]],
    [
      'Create',
      [
        ...creations,
        { label: 'Create sandbox project', href: '/console/projects/new' },
        { label: 'Invite a colleague', href: '/console/team?create=invitation' },
      ],
    ],
    [
      'Switch project',
      projects
        .filter(({ id }) => id !== current?.id)
        .map(({ id, name, livemode }) => ({
          label: name,
          note: livemode ? 'Live' : 'Sandbox',
          href: projectPath(id, 'overview'),
        })),
    ],
    ['Documentation', documentation],
  ];
}

interface Found {
  readonly result: { readonly id: string; readonly shown_id: string; readonly project_id: string } | null;
}

/** Where an id of this account is, whichever project it belongs to. */
function usePlaceOf(text: string) {
  const id = text.trim();
  const looksLikeId = /^[a-z]+_[\w-]{4,64}$/.test(id);
  const { data, isFetching } = useQuery({
    queryKey: queryKeys.search(id),
    queryFn: ({ signal }) => request<Found>('/api/console/search', { query: { id }, signal }),
    enabled: looksLikeId,
  });
  const result = looksLikeId && data?.result?.id === id ? data.result : undefined;
  return {
    looksLikeId,
    searching: looksLikeId && isFetching,
    place:
      result === undefined
        ? undefined
        : (placeOfId(result.shown_id, result.project_id) ?? projectPath(result.project_id, 'overview')),
  };
}

export default function CommandPalette({ open, onOpenChange, projects, current }: CommandPaletteProps) {
  const router = useRouter();
  const [text, setText] = useState('');
  const { looksLikeId, searching, place } = usePlaceOf(text);

  function go(href: string) {
    onOpenChange(false);
    setText('');
    router.push(href);
  }

  const item =
    'flex min-h-9 cursor-default items-center gap-3 rounded-control px-2.5 py-1 data-[selected=true]:bg-sunken';
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdrop} />
        <Dialog.Popup
          aria-label="Search and commands"
          className={classNames(
            floatingSurface,
            'fixed top-[12dvh] left-1/2 z-50 w-[min(36rem,calc(100vw-1.5rem))] -translate-x-1/2 overflow-hidden',
          )}
        >
          <Command label="Search and commands" loop>
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search aria-hidden className="size-4 shrink-0 text-ink-muted" />
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder="Go to a page, or paste any id"
                className="h-12 min-w-0 flex-1 bg-transparent text-16 outline-none placeholder:text-ink-muted"
              />
              <kbd className="rounded-[4px] border border-line px-1.5 text-12 text-ink-muted">Esc</kbd>
            </div>
            <Command.List tabIndex={-1} className="max-h-[min(24rem,60dvh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-2.5 py-8 text-center text-ink-muted">
                {searching && 'Looking for it.'}
                {!searching && looksLikeId && 'Nothing of your account has this id.'}
                {!searching &&
                  !looksLikeId &&
                  'Nothing is called that. An id of a request, application, client or event leads straight to it.'}
              </Command.Empty>
              {place !== undefined && (
                <Command.Group heading="Jump to">
                  <Command.Item value={text} onSelect={() => go(place)} className={item}>
                    <span className="min-w-0 flex-1 truncate font-mono text-13">{text.trim()}</span>
                    <CornerDownLeft aria-hidden className="size-4 shrink-0 text-ink-muted" />
                  </Command.Item>
                </Command.Group>
              )}
              {groupsOf(projects, current).map(([heading, entries]) =>
                entries.length === 0 ? null : (
                  <Command.Group
                    key={heading}
                    heading={heading}
                    className="**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-12 **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-ink-muted"
                  >
                    {entries.map(({ label, note, href }) => (
                      <Command.Item
                        key={href}
                        value={`${heading} ${label} ${href}`}
                        onSelect={() => go(href)}
                        className={item}
                      >
                        <span className="min-w-0 flex-1 truncate">{label}</span>
                        {note !== undefined && <span className="text-13 text-ink-muted">{note}</span>}
                      </Command.Item>
                    ))}
                  </Command.Group>
                ),
              )}
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
