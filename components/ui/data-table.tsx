import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Skeleton } from './skeleton';

export interface Column<Row> {
  readonly header: string;
  /** `null` for nothing: a card then has no line for it. */
  readonly cell: (row: Row) => ReactNode;
  /** Amounts and counts stand right, with figures of one width. */
  readonly numeric?: boolean;
  /** Names the column to `onSort`; only such columns can be sorted by. */
  readonly sortKey?: string;
}

export interface TableSort {
  readonly key: string;
  readonly descending: boolean;
}

interface DataTableProps<Row> {
  /** What the table lists; read out, not drawn. */
  readonly caption: string;
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  /** `undefined` while the first rows are on their way. */
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  /** Row height: comfortable 44 px, compact 36 px, dense 32 px. */
  readonly density?: 'comfortable' | 'compact' | 'dense';
  readonly sort?: TableSort;
  readonly onSort?: (sort: TableSort) => void;
  /** Stands in the place of the rows when there are none: an EmptyState. */
  readonly empty?: ReactNode;
  /** Newer rows are on their way; the old ones stay, a little paler. */
  readonly refreshing?: boolean;
}

const cellPadding = { comfortable: 'py-2.5', compact: 'py-1.75', dense: 'py-1.25' } as const;
/** Close tables have many columns, which stand closer too. */
const columnPadding = {
  comfortable: 'px-4',
  compact: 'px-2.5 @xl:first:pl-4 @xl:last:pr-4',
  dense: 'px-2.5 @xl:first:pl-4 @xl:last:pr-4',
} as const;

function Header<Row>({
  column,
  sort,
  onSort,
}: { column: Column<Row> } & Pick<DataTableProps<Row>, 'sort' | 'onSort'>) {
  const { header, sortKey } = column;
  if (sortKey === undefined || onSort === undefined) return header;
  const sorted = sort?.key === sortKey;
  const Icon = sorted && !sort.descending ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      onClick={() => onSort({ key: sortKey, descending: sorted ? !sort.descending : true })}
      className={classNames(
        'group -mx-1 inline-flex h-6 items-center gap-1 rounded-control px-1 hover:text-ink',
        sorted && 'text-ink',
      )}
    >
      {header}
      <Icon aria-hidden className={classNames('size-3.5', !sorted && 'opacity-0 group-hover:opacity-60')} />
    </button>
  );
}

function ariaSort(column: { readonly sortKey?: string }, sort: TableSort | undefined) {
  if (column.sortKey === undefined || sort?.key !== column.sortKey) return {};
  return { 'aria-sort': sort.descending ? ('descending' as const) : ('ascending' as const) };
}

/**
 * A table where there is room for one, cards where there is not (it asks its own width, not the window's). The roles
 * are spelled out because a browser drops a table's meaning when its display changes.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, density = 'comfortable', sort, onSort, empty, refreshing } = props;
  const [first, ...others] = columns;
  const padding = `${cellPadding[density]} ${columnPadding[density]}`;
  if (rows === undefined) {
    return (
      <div className="rounded-surface border border-line bg-surface p-4">
        <Skeleton lines={4} />
      </div>
    );
  }
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    <div className="@container">
      <div
        {...(refreshing === true && { 'aria-busy': true })}
        className="overflow-hidden rounded-surface border border-line bg-surface transition-opacity aria-busy:opacity-60"
      >
        <table role="table" className="w-full border-collapse text-14 @max-xl:block">
          <caption className="sr-only">{caption}</caption>
          <thead role="rowgroup" className="@max-xl:sr-only">
            <tr role="row" className="border-b border-line bg-sunken text-left text-13 text-ink-muted">
              {columns.map((column) => (
                <th
                  key={column.header}
                  role="columnheader"
                  scope="col"
                  {...ariaSort(column, sort)}
                  className={classNames(
                    columnPadding[density],
                    'py-2 font-medium',
                    column.numeric && 'text-right',
                  )}
                >
                  <Header column={column} {...(sort && { sort })} {...(onSort && { onSort })} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" className="@max-xl:block">
            {rows.map((row) => (
              <tr
                key={rowKey(row)}
                role="row"
                className="border-line not-last:border-b @max-xl:block @max-xl:px-4 @max-xl:py-3"
              >
                <th
                  role="rowheader"
                  scope="row"
                  className={classNames(
                    'text-left align-top font-medium text-ink @max-xl:block @max-xl:px-0 @max-xl:pt-0 @max-xl:pb-1',
                    padding,
                  )}
                >
                  {first.cell(row)}
                </th>
                {others.map((column) => {
                  const content = column.cell(row);
                  return (
                    <td
                      key={column.header}
                      role="cell"
                      data-label={column.header}
                      className={classNames(
                        'align-top text-ink-soft',
                        padding,
                        '@max-xl:flex @max-xl:justify-between @max-xl:gap-6 @max-xl:px-0 @max-xl:py-0.5 @max-xl:text-right',
                        '@max-xl:before:shrink-0 @max-xl:before:text-ink-muted @max-xl:before:content-[attr(data-label)]',
                        column.numeric && 'numeric text-right',
                        content === null && '@max-xl:hidden',
                      )}
                    >
                      <span className="min-w-0">{content}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
