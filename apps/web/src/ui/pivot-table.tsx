// A large table of figures under two heads: sticky heads and first column, only what is in view is drawn, one cell takes the tab key and
// arrows move it (ARIA grid), Enter opens it. What a figure is besides its number stands beside it as a sign, and in words in its label.
import { type CSSProperties, type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from './language.tsx';
import { PivotHead } from './pivot-head.tsx';
import { type CellPlace, fewColumns, fewRows, nextCell, type Span, scrollFor, spanOf } from './pivot-window.ts';
import { rowHeight } from './table-window.ts';
import { useNarrow } from './use-narrow.ts';
import { words } from './words.ts';
import './css/pivot.css';

export interface PivotGroup {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  readonly note?: string;
}

export interface PivotColumn {
  readonly key: string;
  readonly group: PivotGroup;
  readonly title: string;
}

export interface PivotLine {
  readonly key: string;
  readonly title: string;
  readonly kind: 'plain' | 'subtotal' | 'total';
}

export interface PivotFigure {
  readonly text: string;
  /** Stands for a figure that is not there: the text says why. */
  readonly missing: boolean;
  /** Short signs beside the number, explained in a legend. */
  readonly signs: string;
  /** The whole of it in words: where, what, when, how much, and what to know about it. */
  readonly label: string;
}

export interface PivotSort {
  readonly key: string;
  readonly descending: boolean;
}

export interface PivotTableProps {
  readonly caption: string;
  /** Heads the column of names. */
  readonly corner: string;
  readonly columns: readonly PivotColumn[];
  readonly rows: readonly PivotLine[];
  readonly figure: (row: number, column: number) => PivotFigure;
  readonly onOpen: (row: number, column: number) => void;
  /** The figure that is open beside the table. */
  readonly open: CellPlace | null;
  readonly sort: PivotSort | null;
  readonly onSort: (sort: PivotSort | null) => void;
  readonly maxHeight?: string;
}

const columnWidth = 124;

export function PivotTable(props: PivotTableProps) {
  const w = useWords(words);
  const box = useRef<HTMLElement>(null);
  const nameWidth = useNarrow(900) ? 132 : 216;
  const seen = useSeen(box);
  const rows = spanOf(props.rows.length, { from: seen.top, length: seen.height, each: rowHeight, few: fewRows });
  const columns = spanOf(props.columns.length, { from: seen.left, length: seen.width, each: columnWidth, few: fewColumns });
  const keys = useCellKeys(props, box, nameWidth);
  const [near, setNear] = useState<CellPlace | null>(null);
  useShown(box, props.open, nameWidth);
  const told = near ?? (keys.focused ? keys.active : null);
  const widths = { before: columns.first * columnWidth, after: (props.columns.length - columns.end) * columnWidth };
  const total = nameWidth + props.columns.length * columnWidth;
  return (
    <div className="pivot">
      <section className="table-box" ref={box} aria-label={props.caption} style={{ maxHeight: props.maxHeight ?? '70vh' }}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are moved between by arrows is a grid
          role="grid"
          className="data pivot-grid"
          aria-label={props.caption}
          aria-rowcount={props.rows.length + 2}
          aria-colcount={props.columns.length + 1}
          style={{ width: total }}
          onKeyDown={keys.onKeyDown}
          onFocus={keys.onFocus}
          onBlur={keys.onBlur}
          onPointerLeave={() => setNear(null)}
        >
          <colgroup>
            <col style={{ width: nameWidth }} />
            {widths.before > 0 ? <col style={{ width: widths.before }} /> : null}
            {props.columns.slice(columns.first, columns.end).map((column) => (
              <col key={column.key} style={{ width: columnWidth }} />
            ))}
            {widths.after > 0 ? <col style={{ width: widths.after }} /> : null}
          </colgroup>
          <PivotHead {...props} span={columns} active={keys.active} />
          <Body table={props} rows={rows} columns={columns} active={keys.active} onNear={setNear} />
        </table>
      </section>
      <p className="pivot-told note" aria-hidden="true">
        {told && told.row >= 0 && told.column >= 0 ? props.figure(told.row, told.column).label : w.pivotKeys}
      </p>
    </div>
  );
}

interface BodyProps {
  readonly table: PivotTableProps;
  readonly rows: Span;
  readonly columns: Span;
  readonly active: CellPlace;
  readonly onNear: (place: CellPlace | null) => void;
}

function Body({ table, rows, columns, active, onNear }: BodyProps) {
  const span = columns.end - columns.first + 3;
  // A cell scrolled out of view cannot take the tab key: the first drawn one does.
  const inView = active.row >= rows.first && active.row < rows.end && active.column >= columns.first && active.column < columns.end;
  const tab = active.row === -1 || inView ? active : { row: rows.first, column: columns.first };
  return (
    <tbody>
      <Spacer height={rows.first * rowHeight} span={span} />
      {table.rows.slice(rows.first, rows.end).map((line, offset) => (
        <Line key={line.key} {...{ table, line, columns, tab, onNear }} index={rows.first + offset} />
      ))}
      <Spacer height={(table.rows.length - rows.end) * rowHeight} span={span} />
    </tbody>
  );
}

interface LineProps {
  readonly table: PivotTableProps;
  readonly line: PivotLine;
  readonly index: number;
  readonly columns: Span;
  readonly tab: CellPlace;
  readonly onNear: (place: CellPlace) => void;
}

function Line({ table, line, index, columns, tab, onNear }: LineProps) {
  const { first, end } = columns;
  return (
    <tr aria-rowindex={index + 3} className={line.kind} data-row={line.key}>
      <th scope="row" title={line.title} aria-colindex={1}>
        {line.title}
      </th>
      {first > 0 ? <td className="gap" /> : null}
      {table.columns.slice(first, end).map((column, offset) => {
        const at = first + offset;
        const figure = table.figure(index, at);
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid may be selected
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for all its cells
          <td
            key={column.key}
            data-cell={`${index}.${at}`}
            data-column={column.key}
            aria-colindex={at + 2}
            aria-label={figure.label}
            title={figure.label}
            aria-selected={table.open?.row === index && table.open.column === at}
            tabIndex={tab.row === index && tab.column === at ? 0 : -1}
            className={figure.missing ? 'missing' : 'numeric'}
            onClick={() => table.onOpen(index, at)}
            onPointerEnter={() => onNear({ row: index, column: at })}
          >
            {figure.signs ? <span className="signs">{figure.signs}</span> : null}
            {figure.text}
          </td>
        );
      })}
      {end < table.columns.length ? <td className="gap" /> : null}
    </tr>
  );
}

function Spacer({ height, span }: { readonly height: number; readonly span: number }) {
  if (height <= 0) return null;
  const style: CSSProperties = { height };
  return (
    <tr className="spacer">
      <td colSpan={span} style={style} />
    </tr>
  );
}

/** What part of the table is in view, in pixels. */
function useSeen(box: RefObject<HTMLElement | null>) {
  const [seen, setSeen] = useState({ top: 0, left: 0, height: 800, width: 1400 });
  useLayoutEffect(() => {
    const frame = box.current;
    if (!frame) return;
    const look = () => setSeen({ top: frame.scrollTop, left: frame.scrollLeft, height: frame.clientHeight, width: frame.clientWidth });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(frame);
    frame.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      frame.removeEventListener('scroll', look);
    };
  }, [box]);
  return seen;
}

function useCellKeys(props: PivotTableProps, box: RefObject<HTMLElement | null>, nameWidth: number) {
  const size = { rows: props.rows.length, columns: props.columns.length };
  const [place, setPlace] = useState<CellPlace>({ row: 0, column: 0 });
  const [focused, setFocused] = useState(false);
  const active = { row: Math.min(place.row, size.rows - 1), column: Math.min(place.column, size.columns - 1) };
  const wanted = useRef<CellPlace | null>(null);
  // A cell far away is drawn only after the scroll has been answered: whichever drawing brings it takes the focus there.
  useEffect(() => {
    if (wanted.current && focusCell(box.current, wanted.current)) wanted.current = null;
  });
  const go = (next: CellPlace) => {
    setPlace(next);
    bringToView(box.current, next, nameWidth);
    wanted.current = next;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = placeOf(event.target) ?? active;
    if (event.key === 'Enter' && from.row >= 0) {
      event.preventDefault();
      props.onOpen(from.row, from.column);
      return;
    }
    const next = nextCell(event.key, from, size, event.ctrlKey || event.metaKey);
    if (!next) return;
    event.preventDefault();
    go(next);
  };
  const onFocus = (event: { readonly target: EventTarget }) => {
    setFocused(true);
    const at = placeOf(event.target);
    if (at) setPlace(at);
  };
  return { active, focused, onKeyDown, onFocus, onBlur: () => setFocused(false) };
}

/** What is open beside the table is brought into view, once. */
function useShown(box: RefObject<HTMLElement | null>, open: CellPlace | null, nameWidth: number) {
  const [row, column] = [open?.row ?? -1, open?.column ?? -1];
  useEffect(() => bringToView(box.current, { row, column }, nameWidth), [box, row, column, nameWidth]);
}

function placeOf(target: EventTarget): CellPlace | null {
  const name = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-cell]')?.dataset.cell : undefined;
  const [row, column] = (name ?? '').split('.').map(Number);
  return row === undefined || column === undefined || Number.isNaN(row) ? null : { row, column };
}

/** False while the cell is not drawn. */
function focusCell(frame: HTMLElement | null, { row, column }: CellPlace): boolean {
  const cell = frame?.querySelector<HTMLElement>(`[data-cell="${row}.${column}"]`);
  cell?.focus({ preventScroll: true });
  return cell !== null && cell !== undefined;
}

function bringToView(frame: HTMLElement | null, { row, column }: CellPlace, nameWidth: number): void {
  if (!frame) return;
  const down = row < 0 ? null : scrollFor(row, rowHeight, { from: frame.scrollTop, length: frame.clientHeight, covered: 2 * rowHeight });
  const across =
    column < 0 ? null : scrollFor(column, columnWidth, { from: frame.scrollLeft, length: frame.clientWidth, covered: nameWidth });
  if (down !== null || across !== null) frame.scrollTo({ top: down ?? frame.scrollTop, left: across ?? frame.scrollLeft });
}
