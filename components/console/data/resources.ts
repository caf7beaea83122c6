// The things of a project that the data pages show, by the word of their address.

export const resources = {
  applications: { label: 'Applications', one: 'Application', prefix: 'app' },
  decisions: { label: 'Decisions', one: 'Decision', prefix: 'dec' },
  'payment-links': { label: 'Payment links', one: 'Payment link', prefix: 'plk' },
  'identity-checks': { label: 'Identity checks', one: 'Identity check', prefix: 'idc' },
  disbursements: { label: 'Disbursements', one: 'Disbursement', prefix: 'dsb' },
} as const;

export type Resource = keyof typeof resources;
/** A decision is reached from its application; the others have lists. */
export type ListedResource = Exclude<Resource, 'decisions'>;

export const isResource = (text: string): text is Resource => Object.hasOwn(resources, text);

/** An object as the API shows it: the fields that all have, and its own. */
export interface ShownObject {
  readonly id: string;
  readonly object: string;
  readonly created: string;
  readonly status?: string;
  readonly amount_pence?: number | null;
  readonly reference?: string | null;
  readonly [field: string]: unknown;
}

const textOf = (part: unknown, name: string) =>
  typeof part === 'object' && part !== null && typeof (part as Record<string, unknown>)[name] === 'string'
    ? ((part as Record<string, unknown>)[name] as string)
    : undefined;

/** Whom or what an object is about, in a few words: the company, the payee, the kind of check. */
export function aboutOf(shown: ShownObject): string | undefined {
  const { business, payee } = shown;
  const company = textOf(business, 'name');
  const number = textOf(business, 'company_number');
  if (company !== undefined && number !== undefined) return `${company} (${number})`;
  return (
    company ??
    number ??
    textOf(payee, 'account_name') ??
    textOf(shown, 'type') ??
    textOf(shown, 'description')
  );
}
