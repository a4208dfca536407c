// The table of the house: sticky head and first column, 32-px rows, numbers at the right, units in the head, keyboard
// rows, only the rows in view when there are many; on a phone, cards of the three most important fields.
import { type KeyboardEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import { Cards } from './cards.tsx';
import { useWords } from './language.tsx';
import { nextRow, rowHeight, virtualFrom, windowOf } from './table-window.ts';
import { useNarrow } from './use-narrow.ts';
import { words } from './words.ts';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Stands in the head, so that cells hold figures only. */
  readonly unit?: string;
  readonly render: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  readonly width?: number;
  /** Sortable: the caller sorts, in the URL. */
  readonly sortable?: boolean;
  /** Never broken over lines: dates and codes. */
  readonly tight?: boolean;
  /** Shown on the phone's card; without any, the first three columns are. */
  readonly important?: boolean;
}

export interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

export interface DataTableProps<Row> {
  /** What the table is, for a screen reader. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly empty: ReactNode;
  readonly onOpen?: (row: Row) => void;
  readonly selected?: string | undefined;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** CSS height at most; long tables get one anyway. */
  readonly maxHeight?: string;
  /** How many cards a phone shows before it is asked for more. */
  readonly brief?: number;
  /** Lets texts break over lines; only for short tables. */
  readonly wrap?: boolean;
  readonly rowTone?: (row: Row) => 'good' | 'warn' | 'bad' | undefined;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const narrow = useNarrow();
  if (props.rows.length === 0) return <>{props.empty}</>;
  return narrow ? <Cards {...props} /> : <Grid {...props} />;
}

function Grid<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, wrap = false } = props;
  const [scroll, setScroll] = useState({ top: 0, height: 800 });
  const box = useRef<HTMLDivElement>(null);
  const keys = useRowKeys(props, box);
  const virtual = rows.length > virtualFrom;
  const view = windowOf(rows.length, scroll.top, scroll.height);
  const measure = (element: HTMLElement) => setScroll({ top: element.scrollTop, height: element.clientHeight });
  return (
    <section
      className="table-box"
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={caption}
      style={{ maxHeight: props.maxHeight ?? (virtual ? '70vh' : undefined) }}
      onScroll={virtual ? (event) => measure(event.currentTarget) : undefined}
    >
      <table className={wrap ? 'data wrap' : 'data'} aria-rowcount={rows.length + 1}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={keys.onKeyDown}>
          {view.before > 0 ? <Spacer height={view.before} span={columns.length} /> : null}
          {rows.slice(view.first, view.end).map((row, offset) => (
            <Line key={props.rowKey(row)} table={props} row={row} index={view.first + offset} active={keys.active} onFocus={keys.focus} />
          ))}
          {view.after > 0 ? <Spacer height={view.after} span={columns.length} /> : null}
        </tbody>
      </table>
    </section>
  );
}

/** One row takes the tab key; arrows move it, Enter opens it. */
function useRowKeys<Row>({ rows, onOpen }: DataTableProps<Row>, box: RefObject<HTMLDivElement | null>) {
  const [focused, focus] = useState(0);
  const active = Math.min(focused, rows.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const row = rows[active];
    if (event.key === 'Enter' && onOpen && row) return onOpen(row);
    const next = nextRow(event.key, active, rows.length);
    if (next === null) return;
    event.preventDefault();
    focus(next);
    const frame = box.current;
    if (rows.length > virtualFrom) frame?.scrollTo({ top: Math.max(0, next * rowHeight - frame.clientHeight / 2) });
    // A row far away is drawn only after the scroll has been answered.
    requestAnimationFrame(() => requestAnimationFrame(() => frame?.querySelector<HTMLElement>(`tr[data-index="${next}"]`)?.focus()));
  };
  return { active, focus, onKeyDown };
}

interface LineProps<Row> {
  readonly table: DataTableProps<Row>;
  readonly row: Row;
  readonly index: number;
  readonly active: number;
  readonly onFocus: (index: number) => void;
}

function Line<Row>({ table: { columns, rowKey, onOpen, selected, rowTone }, row, index, active, onFocus }: LineProps<Row>) {
  const isSelected = selected === rowKey(row);
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected === undefined ? undefined : isSelected}
      className={rowClass(rowTone?.(row), onOpen !== undefined, isSelected)}
      tabIndex={onOpen ? (index === active ? 0 : -1) : undefined}
      onFocus={() => onFocus(index)}
      onClick={onOpen ? () => onOpen(row) : undefined}
    >
      {columns.map((column, position) => (
        <Cell key={column.key} column={column} row={row} first={position === 0} />
      ))}
    </tr>
  );
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

function Head<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const w = useWords(words);
  const sorted = sort?.key === column.key;
  const order = sorted ? (sort.descending ? 'descending' : 'ascending') : undefined;
  const content = (
    <>
      {column.title}
      {column.unit ? <span className="unit"> {column.unit}</span> : null}
    </>
  );
  return (
    <th scope="col" className={column.numeric ? 'numeric' : ''} style={{ minWidth: column.width }} aria-sort={order}>
      {column.sortable && onSort ? (
        <button
          type="button"
          className="sort"
          title={w.sortBy(column.title)}
          onClick={() => onSort({ key: column.key, descending: sorted ? !sort.descending : false })}
        >
          {content}
          <span aria-hidden="true" className="sort-mark">
            {order === 'ascending' ? '▲' : order === 'descending' ? '▼' : '↕'}
          </span>
        </button>
      ) : (
        content
      )}
    </th>
  );
}

function Cell<Row>({ column, row, first }: { readonly column: Column<Row>; readonly row: Row; readonly first: boolean }) {
  const className = [column.numeric ? 'numeric' : '', column.tight ? 'tight' : ''].filter(Boolean).join(' ');
  return first ? (
    <th scope="row" className={className}>
      {column.render(row)}
    </th>
  ) : (
    <td className={className}>{column.render(row)}</td>
  );
}

function Spacer({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    <tr className="spacer">
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}

function rowClass(tone: string | undefined, opens: boolean, selected: boolean): string {
  return [tone ? `tone-${tone}` : '', opens ? 'opens' : '', selected ? 'selected' : ''].filter(Boolean).join(' ');
}
