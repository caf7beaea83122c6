import { Circle, CircleCheck } from 'lucide-react';
import { Progress } from '@/components/ui/progress';
import { TextLink } from '@/components/ui/text-link';
import type { Overview } from '@/lib/console';
import { projectPath } from '../shell/places';

interface Step {
  readonly done: boolean;
  readonly title: string;
  readonly text: string;
  readonly href: string;
}

function stepsOf({ project: { id }, steps }: Overview): readonly Step[] {
  return [
    {
      done: steps.first_success,
      title: 'Make a first call',
      text: 'Mint a token and read your project.',
      href: '/docs/quickstart#token',
    },
    {
      done: steps.application,
      title: 'Create an application',
      text: 'Company 00000401 is approved every time.',
      href: '/docs/quickstart#application',
    },
    {
      done: steps.decision,
      title: 'Read its decision',
      text: 'Outcome, reasons and offers.',
      href: '/docs/quickstart#decision',
    },
    {
      done: steps.webhook_endpoint,
      title: 'Receive a webhook',
      text: 'Instead of asking again and again.',
      href: projectPath(id, 'webhooks'),
    },
  ];
}

/** What a newcomer does first; each step ticks itself by his own traffic of the last 30 days. */
export function FirstSteps({ overview }: { overview: Overview }) {
  const steps = stepsOf(overview);
  const done = steps.filter((step) => step.done).length;
  return (
    <>
      <Progress
        label="First steps"
        value={done}
        max={steps.length}
        text={`${done} of ${steps.length} done`}
      />
      <ul className="mt-3 divide-y divide-line">
        {steps.map(({ title, text, href, done: isDone }) => (
          <li key={title} className="flex items-start gap-3 py-2.5">
            {isDone ? (
              <CircleCheck role="img" aria-label="Done" className="mt-0.5 size-4.5 shrink-0 text-accent" />
            ) : (
              <Circle role="img" aria-label="Open" className="mt-0.5 size-4.5 shrink-0 text-ink-muted" />
            )}
            <span className="min-w-0">
              {isDone ? (
                <span className="text-ink-muted">{title}</span>
              ) : (
                <TextLink href={href}>{title}</TextLink>
              )}
              <span className="block text-13 text-ink-muted">{text}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-2 border-t border-line pt-3 text-13">
        <TextLink href={projectPath(overview.project.id, 'go-live')}>Go-live checklist</TextLink>
      </p>
    </>
  );
}
