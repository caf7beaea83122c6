// The seeded partners, their projects and clients. One partner to work with, a second one for isolation.
import type { Tier } from '@/lib/core/project';
import type { NegotiatedLimits } from '@/lib/rate-limit';
import { seededId, seededIdBody } from './identifiers';

export interface SeededProject {
  readonly id: string;
  readonly partnerId: string;
  readonly name: string;
  readonly livemode: boolean;
  readonly tier: Tier;
  readonly negotiatedLimits?: NegotiatedLimits;
  /** Its one client. */
  readonly client: { readonly id: string; readonly name: string; readonly credentialId: string };
}

export interface SeededPartner {
  readonly id: string;
  readonly name: string;
  readonly projects: readonly SeededProject[];
}

const unhindered = { ratePerSecond: 20_000, burst: 20_000 };

/** For load tests and benchmarks: the limiter works as ever and is never in the way. */
const negotiatedLimits: NegotiatedLimits = {
  bucket: unhindered,
  concurrent: 2_000,
  subLimits: {
    'applications.create': unhindered,
    'decisions.refresh': unhindered,
    'payment_links.create': unhindered,
    'identity_checks.create': unhindered,
    'disbursements.create': unhindered,
  },
  tokenPlane: unhindered,
};

function partner(name: string, projects: readonly (readonly [name: string, tier: Tier])[]): SeededPartner {
  const partnerId = seededId('acct', name);
  return {
    id: partnerId,
    name,
    projects: projects.map(([projectName, tier]) => {
      const label = `${name}/${projectName}`;
      const livemode = tier !== 'build';
      return {
        id: seededId('prj', label),
        partnerId,
        name: projectName,
        livemode,
        tier,
        ...(tier === 'platform' && { negotiatedLimits }),
        client: {
          id: `cid_${livemode ? 'live' : 'sbx'}_${seededIdBody(`client:${label}`)}`,
          name: `${projectName} server`,
          credentialId: seededId('sec', label),
        },
      };
    }),
  };
}

export const seededPartners: readonly SeededPartner[] = [
  partner('Harbour Broking Ltd', [
    ['Sandbox', 'build'],
    ['Broker desk', 'launch'],
    ['Comparison site', 'scale'],
    ['Embedded lending', 'platform'],
  ]),
  partner('Northgate Ledgers Ltd', [
    ['Sandbox', 'build'],
    ['Bookkeeping app', 'launch'],
  ]),
];

export const seededProjects: readonly SeededProject[] = seededPartners.flatMap(({ projects }) => projects);
