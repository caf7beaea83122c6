'use client';
// The frame of every console page: navigation left, header on top, the environment over the whole width.
import {
  Activity,
  ChartNoAxesColumn,
  CircleHelp,
  Database,
  FolderKanban,
  KeyRound,
  LayoutDashboard,
  Menu as MenuIcon,
  PanelLeft,
  Rocket,
  ScrollText,
  Settings,
  ShieldCheck,
  Users,
  Webhook,
  type LucideIcon,
} from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useState, type ReactNode } from 'react';
import { NavList } from '@/components/shell/nav-list';
import { rememberNavigation } from '@/components/shell/navigation-width';
import { BrandMark } from '@/components/ui/brand-mark';
import { classNames } from '@/components/ui/class-names';
import { SidePanel } from '@/components/ui/side-panel';
import { AccountMenu } from './account-menu';
import { EnvironmentBand } from './environment-band';
import { lastProjectCookie } from './last-project';
import { accountPlaces, projectIdOf, projectPlaces, type ProjectSection } from './places';
import { ProjectSwitcher } from './project-switcher';
import { SearchTrigger } from './search-trigger';
import type { ShellFacts, ShellProject } from './shell-facts';

const sectionIcons: Record<ProjectSection, LucideIcon> = {
  overview: LayoutDashboard,
  clients: KeyRound,
  usage: ChartNoAxesColumn,
  requests: Activity,
  data: Database,
  webhooks: Webhook,
  'go-live': Rocket,
  settings: Settings,
};

const accountIcons: Record<(typeof accountPlaces)[number]['href'], LucideIcon> = {
  '/console/projects': FolderKanban,
  '/console/team': Users,
  '/console/security': ShieldCheck,
  '/console/audit': ScrollText,
};

interface NavigationProps {
  readonly project: ShellProject | undefined;
  readonly collapsed?: boolean;
  readonly onNavigate?: () => void;
}

function Navigation({ project, ...rest }: NavigationProps) {
  return (
    <div className="space-y-5">
      {project !== undefined && (
        <NavList
          {...rest}
          label={`Project ${project.name}`}
          heading={project.name}
          items={projectPlaces(project.id).map((place) => ({ ...place, icon: sectionIcons[place.section] }))}
        />
      )}
      <NavList
        {...rest}
        label="Account"
        heading="Account"
        items={accountPlaces.map((place) => ({
          ...place,
          icon: accountIcons[place.href],
          exact: place.href === '/console/projects',
        }))}
      />
    </div>
  );
}

interface ConsoleShellProps {
  readonly facts: ShellFacts;
  readonly theme: string | undefined;
  readonly collapsedAtFirst: boolean;
  readonly children: ReactNode;
}

export function ConsoleShell({ facts, theme, collapsedAtFirst, children }: ConsoleShellProps) {
  const pathname = usePathname();
  const [collapsed, setCollapsed] = useState(collapsedAtFirst);
  const [sheet, setSheet] = useState(false);
  const projectId = projectIdOf(pathname);
  const project = facts.projects.find(({ id }) => id === projectId);

  useEffect(() => {
    if (project !== undefined)
      document.cookie = `${lastProjectCookie}=${project.id}; path=/console; max-age=31536000; samesite=lax`;
  }, [project]);

  function fold() {
    rememberNavigation(!collapsed);
    setCollapsed(!collapsed);
  }

  return (
    <div className="min-h-dvh">
      <header className="sticky top-0 z-30 bg-paper">
        <div className="flex h-14 items-center gap-1 border-b border-line px-2 sm:gap-2 sm:px-3">
          <button
            type="button"
            aria-label="Open navigation"
            onClick={() => setSheet(true)}
            className="flex size-9 shrink-0 items-center justify-center rounded-control text-ink-soft hover:bg-sunken md:hidden"
          >
            <MenuIcon aria-hidden className="size-5" />
          </button>
          <Link
            href="/console"
            className="flex h-9 shrink-0 items-center gap-2 rounded-control px-1.5 font-semibold tracking-[-0.01em]"
          >
            <BrandMark />
            <span className="max-sm:sr-only">Credicorp</span>
          </Link>
          <span aria-hidden className="h-5 w-px shrink-0 bg-line" />
          <div className="flex min-w-0 flex-1">
            <ProjectSwitcher projects={facts.projects} current={project} />
          </div>
          <SearchTrigger projects={facts.projects} current={project} />
          <Link
            href="/docs"
            aria-label="Documentation"
            className="flex size-9 shrink-0 items-center justify-center rounded-control text-ink-muted hover:bg-sunken hover:text-ink max-sm:hidden"
          >
            <CircleHelp aria-hidden className="size-4.5" />
          </Link>
          <AccountMenu facts={facts} theme={theme} />
        </div>
        {project !== undefined && <EnvironmentBand livemode={project.livemode} />}
      </header>
      <div className="flex">
        <aside
          aria-label="Navigation"
          className={classNames(
            'sticky h-[calc(100dvh-3.5rem)] shrink-0 overflow-y-auto border-r border-line p-3 max-md:hidden',
            project === undefined ? 'top-14' : 'top-21 h-[calc(100dvh-5.25rem)]',
            collapsed ? 'w-15.25' : 'w-58',
          )}
        >
          <div className="flex min-h-full flex-col justify-between gap-6">
            <Navigation project={project} collapsed={collapsed} />
            <button
              type="button"
              aria-pressed={collapsed}
              aria-label={collapsed ? 'Unfold navigation' : 'Fold navigation'}
              onClick={fold}
              className={classNames(
                'flex h-9 items-center gap-2.5 rounded-control text-ink-muted hover:bg-sunken hover:text-ink',
                collapsed ? 'w-9 justify-center' : 'px-2.5',
              )}
            >
              <PanelLeft aria-hidden className="size-4.5 shrink-0" strokeWidth={1.75} />
              {!collapsed && 'Fold'}
            </button>
          </div>
        </aside>
        <main id="content" className="min-w-0 flex-1 px-4 py-6 sm:px-8 sm:py-8">
          <div className="mx-auto max-w-page">{children}</div>
        </main>
      </div>
      <SidePanel open={sheet} onClose={() => setSheet(false)} title="Navigation" side="left" width="narrow">
        <Navigation project={project} onNavigate={() => setSheet(false)} />
      </SidePanel>
    </div>
  );
}
