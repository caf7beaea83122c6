// The order of the documentation: sidebar, pager and overview read the same list.

interface DocsPage {
  readonly href: string;
  readonly title: string;
  /** One sentence: what the reader has after it. */
  readonly summary: string;
}

interface DocsGroup {
  readonly title: string;
  readonly pages: readonly DocsPage[];
}

export const docsGroups: readonly DocsGroup[] = [
  {
    title: 'Start',
    pages: [
      { href: '/docs', title: 'Overview', summary: 'What the partner API does, and where to begin.' },
      {
        href: '/docs/quickstart',
        title: 'Quickstart',
        summary: 'From a key to a lending decision in three calls.',
      },
    ],
  },
  {
    title: 'Guides',
    pages: [
      {
        href: '/docs/authentication',
        title: 'Authentication',
        summary: 'Mint a token, cache it, rotate the secret behind it without a gap.',
      },
      {
        href: '/docs/rate-limits',
        title: 'Rate limits',
        summary: 'How the bucket fills, what a 429 says, and how to wait just long enough.',
      },
      {
        href: '/docs/idempotency',
        title: 'Idempotency',
        summary: 'Repeat any write safely: one key, one effect, the same answer.',
      },
      {
        href: '/docs/sandbox',
        title: 'Sandbox companies',
        summary: 'Ten companies that force each outcome, every time.',
      },
      {
        href: '/docs/webhooks',
        title: 'Webhooks',
        summary: 'Receive events, believe only what is signed, survive repeats.',
      },
      {
        href: '/docs/payment-links',
        title: 'Payment links',
        summary: 'Collect a payment from a bank account by one address.',
      },
      {
        href: '/docs/identity-checks',
        title: 'Identity checks',
        summary: 'Ask whether a person or a company is who they say.',
      },
      {
        href: '/docs/disbursements',
        title: 'Disbursements',
        summary: 'Ask for the money of an accepted offer, and follow it.',
      },
      {
        href: '/docs/go-live',
        title: 'Go-live checklist',
        summary: 'What to have in place before real applicants arrive.',
      },
    ],
  },
  {
    title: 'Reference',
    pages: [
      {
        href: '/docs/api',
        title: 'API reference',
        summary: 'Every operation with its parameters, answers and refusals.',
      },
      {
        href: '/docs/errors',
        title: 'Errors',
        summary: 'One page for each code: what happened, why, and what to do.',
      },
      {
        href: '/docs/events',
        title: 'Events',
        summary: 'Every event: when it is sent and what it carries.',
      },
      {
        href: '/docs/sdk',
        title: 'TypeScript client',
        summary: 'Typed calls with tokens, retries, lists and signatures taken care of.',
      },
      {
        href: '/docs/changelog',
        title: 'Changelog',
        summary: 'What changed, newest first.',
      },
      {
        href: '/docs/security',
        title: 'Security',
        summary: 'How to report a weakness, and what you can rely on.',
      },
    ],
  },
];

export const docsPages: readonly DocsPage[] = docsGroups.flatMap((group) => group.pages);
