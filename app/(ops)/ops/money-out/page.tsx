import type { Metadata } from 'next';
import { requireStaffSession } from '@/app/session';
import { StopPage } from '@/components/ops/controls/stop-page';
import { showStopPage } from '@/lib/disbursements';
import { staffMay } from '@/lib/staff';

export const metadata: Metadata = { title: 'Stop and start' };

export default async function OpsStopPage() {
  const { person, role } = await requireStaffSession();
  const rights = {
    personId: person.id,
    mayStop: staffMay(role, 'stop'),
    mayStart: staffMay(role, 'start'),
  };
  return <StopPage initial={await showStopPage()} rights={rights} />;
}
