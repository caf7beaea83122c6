// The filters of the log as they stand in the page's address.
import { parseAsString } from 'nuqs';
import { filterNames, type FilterName } from './request-filters';

export const filterParsers = Object.fromEntries(filterNames.map((name) => [name, parseAsString])) as Record<
  FilterName,
  typeof parseAsString
>;
