import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireStaffSession } from '@/app/session';
import { Queue } from '@/components/ops/money-out/queue';
import { PageHeader } from '@/components/ui/page-header';
import { queueViews, showMoneyOutQueue, type QueueView } from '@/lib/disbursements';
import { readStanding } from '../standing';

export const metadata: Metadata = { title: 'Money out' };

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function MoneyOutPage({ searchParams }: Props) {
  const { person } = await requireStaffSession();
  const { view = 'needs_me' } = await searchParams;
  if (!(queueViews as readonly unknown[]).includes(view)) notFound();
  const shownView = view as QueueView;
  const [queue, standing] = await Promise.all([
    showMoneyOutQueue({ view: shownView, personId: person.id }),
    readStanding(person.id),
  ]);
  return (
    <>
      <PageHeader title="Money out">
        Requests of live partners for their borrowers’ loans. Two officers release each one, one at a time.
      </PageHeader>
      <Queue key={shownView} view={shownView} initial={queue} standing={standing} />
    </>
  );
}
