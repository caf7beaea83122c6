// A partner account is active or suspended; suspension reaches all of its projects.
import type { TransitionTable } from '@/lib/core/transition';

export type PartnerStatus = 'active' | 'suspended';
export type PartnerAct = 'suspended' | 'resumed';

export const partnerTransitions: TransitionTable<PartnerStatus, PartnerAct> = {
  suspended: { from: ['active'], to: 'suspended' },
  resumed: { from: ['suspended'], to: 'active' },
};
