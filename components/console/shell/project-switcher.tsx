'use client';
import { ChevronsUpDown, FlaskConical, FolderKanban, Zap } from 'lucide-react';
import { EnvironmentBadge } from '@/components/ui/environment-badge';
import { Menu, MenuGroup, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { projectPath } from './places';
import type { ShellProject } from './shell-facts';

/** Which project the page is of; the others are one press away. A project is sandbox or live, never a toggle. */
export function ProjectSwitcher({
  projects,
  current,
}: {
  projects: readonly ShellProject[];
  current: ShellProject | undefined;
}) {
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="flex h-9 min-w-0 items-center gap-2 rounded-control border border-transparent px-2 font-medium hover:border-line hover:bg-sunken"
        >
          {current !== undefined && <span className="sr-only">Switch project: </span>}
          <span className="min-w-0 truncate">{current?.name ?? 'Choose a project'}</span>
          {current !== undefined && (
            <span className="shrink-0 max-[26rem]:hidden">
              <EnvironmentBadge livemode={current.livemode} />
            </span>
          )}
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-muted" />
        </button>
      }
    >
      <MenuGroup label="Projects">
        {projects.map((project) => (
          <MenuItem
            key={project.id}
            icon={project.livemode ? Zap : FlaskConical}
            href={projectPath(project.id, 'overview')}
            current={project.id === current?.id}
          >
            <span className="block truncate">{project.name}</span>
            <span className="block text-12 text-ink-muted">{project.livemode ? 'Live' : 'Sandbox'}</span>
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuItem icon={FolderKanban} href="/console/projects">
        All projects
      </MenuItem>
    </Menu>
  );
}
