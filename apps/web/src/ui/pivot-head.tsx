// The two heads of the large table: what is measured with its unit over the periods, each a button that sorts.
import { useWords } from './language.tsx';
import type { PivotSort, PivotTableProps } from './pivot-table.tsx';
import { type CellPlace, groupsWithin, nameKey, type Span } from './pivot-window.ts';
import { words } from './words.ts';

interface HeadProps extends PivotTableProps {
  readonly span: Span;
  readonly active: CellPlace;
}

export function PivotHead({ columns, corner, span, active, sort, onSort }: HeadProps) {
  const groups = groupsWithin(
    columns.map(({ group }) => group.key),
    span,
  );
  const sorting = { sort, onSort };
  const before = span.first > 0 ? <td className="gap" /> : null;
  const after = span.end < columns.length ? <td className="gap" /> : null;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" rowSpan={2} className="pivot-corner" aria-sort={orderOf(sort, nameKey)} aria-colindex={1}>
          <SortButton title={corner} column={nameKey} cell="-1.-1" tab={active.row === -1 && active.column === -1} {...sorting} />
        </th>
        {before}
        {groups.map(({ group, from, count }) => {
          const { title, unit, note } = columns[from]?.group ?? { title: '', unit: '' };
          return (
            <th key={`${group}.${from}`} scope="colgroup" colSpan={count} className="pivot-group" title={note ?? title}>
              <span className="pivot-stuck">
                {title}
                {unit ? <span className="unit"> {unit}</span> : null}
              </span>
            </th>
          );
        })}
        {after}
      </tr>
      <tr aria-rowindex={2}>
        {before}
        {columns.slice(span.first, span.end).map((column, offset) => {
          const at = span.first + offset;
          return (
            <th key={column.key} scope="col" className="numeric" aria-sort={orderOf(sort, column.key)} aria-colindex={at + 2}>
              <SortButton
                title={column.title}
                about={column.group.title}
                column={column.key}
                cell={`-1.${at}`}
                tab={active.row === -1 && active.column === at}
                {...sorting}
              />
            </th>
          );
        })}
        {after}
      </tr>
    </thead>
  );
}

function orderOf(sort: PivotSort | null, key: string): 'ascending' | 'descending' | undefined {
  if (sort?.key !== key) return undefined;
  return sort.descending ? 'descending' : 'ascending';
}

interface SortProps {
  readonly title: string;
  readonly about?: string;
  readonly column: string;
  readonly cell: string;
  readonly tab: boolean;
  readonly sort: PivotSort | null;
  readonly onSort: (sort: PivotSort | null) => void;
}

/** Largest first, then smallest first, then as it was. */
function SortButton({ title, about, column, cell, tab, sort, onSort }: SortProps) {
  const w = useWords(words);
  const order = orderOf(sort, column);
  const next = order === undefined ? { key: column, descending: column !== nameKey } : null;
  const turned = { key: column, descending: column === nameKey };
  const wanted = next ?? (order === (column === nameKey ? 'ascending' : 'descending') ? turned : null);
  return (
    <button
      type="button"
      className="sort"
      data-cell={cell}
      tabIndex={tab ? 0 : -1}
      title={w.sortBy(about ? `${about} ${title}` : title)}
      onClick={() => onSort(wanted)}
    >
      {title}
      <span aria-hidden="true" className="sort-mark">
        {order === 'ascending' ? '▲' : order === 'descending' ? '▼' : '↕'}
      </span>
    </button>
  );
}
