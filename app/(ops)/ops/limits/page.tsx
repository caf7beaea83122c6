import type { Metadata } from 'next';
import { requireStaffSession } from '@/app/session';
import { LimitsPage } from '@/components/ops/controls/limits-page';
import { showLimits } from '@/lib/disbursements';
import { staffMay } from '@/lib/staff';

export const metadata: Metadata = { title: 'Limits' };

export default async function OpsLimitsPage() {
  const { person, role } = await requireStaffSession();
  const rights = { personId: person.id, mayChange: staffMay(role, 'change_limits') };
  return <LimitsPage initial={await showLimits()} rights={rights} />;
}
