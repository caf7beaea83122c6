// A project as the hot path sees it: read once, cached, dropped when the control feed says it changed.
import type { ProjectLimits } from './limits';

export type Tier = 'build' | 'launch' | 'scale' | 'platform';

/** `suspended` refuses and resumes; `closed` is for good and kills its tokens (contract §2). */
export type ProjectStanding = 'active' | 'suspended' | 'closed';

export interface ProjectSnapshot {
  readonly id: string;
  readonly partnerId: string;
  readonly name: string;
  readonly livemode: boolean;
  readonly tier: Tier;
  readonly limits: ProjectLimits;
  readonly standing: ProjectStanding;
  /** Live only: may accept offers through the API on the applicant's behalf. */
  readonly actsForApplicants: boolean;
  /** Exact allow-list for `redirect_uri` in live. */
  readonly redirectUris: readonly string[];
  readonly clockOffsetSeconds: number;
}
