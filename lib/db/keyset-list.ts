// The statements of a list (contract §7): newest first by id, keyset, one prepared statement for each set of filters.
import type pg from 'pg';
import type { PageRequest } from '@/lib/core/pagination';
import { statement, type Statement } from './statement';
import type { Transaction } from './transaction';

interface KeysetListOptions<Filter extends string> {
  /** Names the statements: `<name>_page`, `<name>_page_status`, … */
  readonly name: string;
  readonly columns: string;
  readonly from: string;
  /** Of the listed table in `from`. */
  readonly alias: string;
  /** Whose list it is. Default `project_id`. */
  readonly owner?: string;
  /** A condition on every row. */
  readonly where?: string;
  /** An owner has so few rows that there is no index for their order: they are found and sorted. */
  readonly few?: true;
  /**
   * Columns by which it can be filtered, with their types. Each has an index (owner, column, id DESC); of several that
   * are given, the first decides.
   */
  readonly filters: Readonly<Record<Filter, string>>;
}

/** Which rows, beside those of the page. */
export type KeysetFilters<Filter extends string> = Partial<Readonly<Record<Filter, string | undefined>>> & {
  readonly created_after?: string | undefined;
  readonly created_before?: string | undefined;
  /** No row that is wanted has a smaller id. */
  readonly fromId?: string | undefined;
};

type Values = [
  owner: string,
  beforeId: string,
  fromId: string,
  after: string,
  before: string,
  rows: number,
  ...filters: string[],
];

export interface KeysetList<Row, Filter extends string> {
  /** The rows of one page, newest first. */
  find(ownerId: string, page: PageRequest, filters: KeysetFilters<Filter>, tx?: Transaction): Promise<Row[]>;
  /** Every statement with the filters it is for. */
  readonly statements: readonly { readonly name: string; readonly filters: readonly Filter[] }[];
} // prettier-ignore

// Sort behind and before every id in any collation: no prefix starts with z.
const behindAll = 'z';
const beforeAll = '';

function subsetsOf<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}

/** Declares the statements of a list. */
export function keysetList<Row extends pg.QueryResultRow, Filter extends string = never>({
  name,
  columns,
  from,
  alias,
  owner = 'project_id',
  where = 'true',
  few,
  filters,
}: KeysetListOptions<Filter>): KeysetList<Row, Filter> {
  const known = Object.keys(filters) as Filter[];

  // The column that leads the index, owner or first filter, is compared as a range of one value and ordered by: only
  // that index can then serve the order, so that no plan walks other owners' rows, or a long history of this one, in
  // search of rare rows.
  function declare(chosen: readonly Filter[]): Statement<Row, Values> {
    const leading = few ? undefined : (chosen[0] ?? owner);
    const compare = (column: string, value: string) =>
      column === leading
        ? `${alias}.${column} >= ${value} AND ${alias}.${column} <= ${value}`
        : `${alias}.${column} = ${value}`;
    const conditions = chosen.map(
      (column, index) => ` AND ${compare(column, `$${index + 7}::${filters[column]}`)}`,
    );
    return statement(
      [name, 'page', ...chosen].join('_'),
      `SELECT ${columns} FROM ${from}
       WHERE ${compare(owner, '$1')} AND ${alias}.id < $2 AND ${alias}.id >= $3
         AND ${alias}.created_at >= $4 AND ${alias}.created_at < $5 AND ${where}${conditions.join('')}
       ORDER BY ${leading ? `${alias}.${leading}, ` : ''}${alias}.id DESC LIMIT $6`,
    );
  }

  const keyOf = (chosen: readonly Filter[]) => chosen.join();
  const subsets = subsetsOf(known);
  const statements = new Map(subsets.map((chosen) => [keyOf(chosen), declare(chosen)]));

  return {
    statements: subsets.map((chosen) => ({
      name: statements.get(keyOf(chosen))?.name ?? '',
      filters: chosen,
    })),
    find(ownerId, page, wanted, tx) {
      const chosen = known.filter((column) => wanted[column] !== undefined);
      const values: Values = [
        ownerId,
        page.beforeId ?? behindAll,
        wanted.fromId ?? beforeAll,
        wanted.created_after ?? '-infinity',
        wanted.created_before ?? 'infinity',
        page.rows,
        ...chosen.map((column) => wanted[column] as string),
      ];
      return (statements.get(keyOf(chosen)) as Statement<Row, Values>).all(values, tx);
    },
  };
}
