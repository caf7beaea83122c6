import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Amounts and counts stand right, with figures of one width. */
  readonly numeric?: boolean;
}

interface DataTableProps<Row> {
  /** What the table lists; read out, not drawn. */
  readonly caption: string;
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/**
 * A table where there is room for one, cards where there is not (it asks its own width, not the window's). The roles
 * are spelled out because a browser drops a table's meaning when its display changes.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey }: DataTableProps<Row>) {
  const [first, ...others] = columns;
  return (
    <div className="@container">
      <div className="overflow-hidden rounded-surface border border-line bg-surface">
        <table role="table" className="w-full border-collapse text-14 @max-xl:block">
          <caption className="sr-only">{caption}</caption>
          <thead role="rowgroup" className="@max-xl:sr-only">
            <tr role="row" className="border-b border-line bg-sunken text-left text-13 text-ink-muted">
              {columns.map((column) => (
                <th
                  key={column.header}
                  role="columnheader"
                  scope="col"
                  className={classNames('px-4 py-2 font-medium', column.numeric && 'text-right')}
                >
                  {column.header}
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
                  className="px-4 py-2.5 text-left align-top font-medium text-ink @max-xl:block @max-xl:px-0 @max-xl:pt-0 @max-xl:pb-1"
                >
                  {first.cell(row)}
                </th>
                {others.map((column) => (
                  <td
                    key={column.header}
                    role="cell"
                    data-label={column.header}
                    className={classNames(
                      'px-4 py-2.5 align-top text-ink-soft',
                      '@max-xl:flex @max-xl:justify-between @max-xl:gap-6 @max-xl:px-0 @max-xl:py-0.5 @max-xl:text-right',
                      '@max-xl:before:shrink-0 @max-xl:before:text-ink-muted @max-xl:before:content-[attr(data-label)]',
                      column.numeric && 'numeric text-right',
                    )}
                  >
                    <span className="min-w-0">{column.cell(row)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
