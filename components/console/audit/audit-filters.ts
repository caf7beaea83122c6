// What the trail can be asked for, under the names of both the page's address and the route.
export const auditFilterNames = ['stream', 'act', 'object', 'actor', 'after', 'before'] as const;
export type AuditFilterName = (typeof auditFilterNames)[number];
export type SetAuditFilters = Partial<Readonly<Record<AuditFilterName, string>>>;

export const auditFilterLabels: Readonly<Record<AuditFilterName, string>> = {
  stream: 'Project',
  act: 'Act',
  object: 'Object',
  actor: 'By',
  after: 'From',
  before: 'Until',
};

/** Families of acts that a partner's people meet. */
export const actFamilies = [
  ['session.', 'Signing in'],
  ['member.', 'Team'],
  ['person.', 'People'],
  ['client.', 'OAuth clients'],
  ['project.', 'Projects'],
  ['webhook_endpoint.', 'Webhook endpoints'],
  ['application.', 'Applications'],
  ['decision.', 'Decisions'],
  ['payment_link.', 'Payment links'],
  ['identity_check.', 'Identity checks'],
  ['disbursement.', 'Disbursements'],
] as const;

/** Those that are set, in one order. */
export function setAuditFilters(values: Partial<Record<string, unknown>>): SetAuditFilters {
  return Object.fromEntries(
    auditFilterNames.flatMap((name) => {
      const value = values[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}
