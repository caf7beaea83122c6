// Filters of a page in its address: read by the schema of the list itself.

export type SearchParameters = Readonly<Record<string, string | string[] | undefined>>;

/** What reads filters: a schema of the server, without a word of its library in the page. */
interface FilterSchema<Filters> {
  parse(given: unknown): Filters;
  safeParse(given: unknown): { readonly success: true; readonly data: Filters } | { readonly success: false };
}

/** The filters that are set; `problem` when the address holds something that no filter takes. */
export function readSearch<Filters extends object>(
  parameters: SearchParameters,
  schema: FilterSchema<Filters>,
): { readonly filters: Filters; readonly problem: boolean } {
  const given = Object.fromEntries(
    Object.entries(parameters).filter(([, value]) => typeof value === 'string' && value.trim() !== ''),
  );
  const parsed = schema.safeParse(given);
  return parsed.success
    ? { filters: parsed.data, problem: false }
    : { filters: schema.parse({}), problem: true };
}

/** The address of the same page with other filters; empty ones are left out. */
export function searchAddress(path: string, filters: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) search.set(name, value);
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
