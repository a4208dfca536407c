// The sheet itself: groups of rows under a head that stays, keys as in a spreadsheet, a block pasted over it told before it is taken.
import type { ClipboardEvent, KeyboardEvent, MouseEvent } from 'react';
import { useMemo, useState } from 'react';
import { isBlockOfCells, parsePaste, useSay, useWords } from '../../ui/index.ts';
import type { SheetFinding } from '../shapes.ts';
import { words } from '../words-filing.ts';
import { placeOf, useDesk } from './desk.ts';
import { FilingRowLine, type RowActs } from './filing-row.tsx';
import { gapKind } from './findings-list.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { type PastedCell, pasteInto } from './pasting.ts';
import { type FilingGroup, figureAt, standingOf } from './rows.ts';

const none: readonly SheetFinding[] = [];

export function FilingTable() {
  const w = useWords(words);
  const desk = useDesk();
  const { groups, setText, setValues, setWords, takeMine, takeTheirs, select } = desk;
  const acts = useMemo(
    () => ({ setText, setValues, setWords, takeMine, takeTheirs, select }),
    [setText, setValues, setWords, takeMine, takeTheirs, select],
  );
  const byCell = useMemo(() => findingsByCell(desk.findings), [desk.findings]);
  const hands = useHands();
  return (
    <>
      <p className="note keys-hint">{w.keys}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys, pasted blocks and picks of the cells inside bubble up to here */}
      <div
        className={desk.picking.active ? 'filing-box picking' : 'filing-box'}
        onKeyDown={hands.onKeyDown}
        onPaste={hands.onPaste}
        onClickCapture={hands.onClickCapture}
      >
        <table className="filing">
          <caption className="visually-hidden">{w.sheet}</caption>
          <Head />
          {groups.map((group) => (
            <GroupRows key={group.id} group={group} byCell={byCell} acts={acts} />
          ))}
        </table>
      </div>
      {hands.pasted ? (
        <PasteDialog
          cells={hands.pasted}
          onClose={() => hands.setPasted(null)}
          onTake={(values) => {
            setValues(values);
            hands.setPasted(null);
          }}
        />
      ) : null}
    </>
  );
}

function findingsByCell(findings: readonly SheetFinding[]): ReadonlyMap<string, readonly SheetFinding[]> {
  const found = new Map<string, SheetFinding[]>();
  for (const finding of findings) {
    if (finding.kind === gapKind) continue;
    const key = finding.cells[0] ?? '';
    found.set(key, [...(found.get(key) ?? []), finding]);
  }
  return found;
}

function Head() {
  const { columns } = useWords(words);
  return (
    <thead>
      <tr>
        <th scope="col">{columns.item}</th>
        <th scope="col">{columns.unit}</th>
        <th scope="col" className="numeric">
          {columns.now}
        </th>
        <th scope="col" className="numeric">
          {columns.previous}
        </th>
        <th scope="col" className="numeric">
          {columns.yearBefore}
        </th>
        <th scope="col" className="numeric">
          {columns.growth}
        </th>
        <th scope="col">{columns.state}</th>
      </tr>
    </thead>
  );
}

interface GroupRowsProps {
  readonly group: FilingGroup;
  readonly byCell: ReadonlyMap<string, readonly SheetFinding[]>;
  readonly acts: RowActs;
}

function GroupRows({ group, byCell, acts }: GroupRowsProps) {
  const say = useSay();
  const { queue, isOpen, returned, picking, selected } = useDesk();
  const picked = new Set(picking.picked.map(({ key }) => key));
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={7}>
          {say(group.title)}
        </th>
      </tr>
      {group.rows.map((row) => {
        const open = isOpen(row) && !picking.active;
        return (
          <FilingRowLine
            key={row.key}
            row={row}
            pending={queue.pending[row.key]}
            standing={standingOf(row, queue, isOpen(row))}
            open={open}
            findings={byCell.get(row.key) ?? none}
            returned={returned.get(row.key)}
            picked={picked.has(row.key)}
            selected={selected === row.key}
            acts={acts}
          />
        );
      })}
    </tbody>
  );
}

/** Keys that move between cells, pasted blocks, and picks for a return. */
function useHands() {
  const desk = useDesk();
  const say = useSay();
  const [pasted, setPasted] = useState<readonly PastedCell[] | null>(null);
  const pick = (target: EventTarget) => {
    const key = target instanceof Element ? target.closest<HTMLElement>('tr[data-row]')?.dataset.row : undefined;
    const row = desk.rows.find((one) => one.key === key);
    if (row) desk.picking.toggle(placeOf(row.key, say(row.indicator.name)));
    return row !== undefined;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const input = inputAt(event.target);
    if (event.nativeEvent.isComposing || !input) return;
    if (desk.picking.active && event.key === ' ' && pick(input)) return event.preventDefault();
    if (onCommand(event, desk, input)) return event.preventDefault();
    const down = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey);
    const up = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
    if (event.altKey || event.ctrlKey || event.metaKey || (!down && !up)) return;
    event.preventDefault();
    const inputs = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[data-cell]')];
    inputs[inputs.indexOf(input) + (down ? 1 : -1)]?.focus();
  };
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const input = inputAt(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (!input || desk.picking.active || desk.sheet.readOnly !== null || !isBlockOfCells(text)) return;
    event.preventDefault();
    const from = desk.rows.findIndex(({ key }) => key === input.dataset.cell);
    const target = {
      rows: desk.rows,
      from,
      isOpen: desk.isOpen,
      figureAt: ({ key, cell }: (typeof desk.rows)[number]) => figureAt(cell, desk.queue.pending[key]),
    };
    setPasted(pasteInto(target, parsePaste(text)));
  };
  const onClickCapture = (event: MouseEvent) => {
    if (!desk.picking.active || !pick(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { onKeyDown, onPaste, onClickCapture, pasted, setPasted };
}

/** Undo, redo, and the panel of the cell; text being typed keeps the browser's own undo. */
function onCommand(
  event: KeyboardEvent,
  desk: Pick<ReturnType<typeof useDesk>, 'undo' | 'redo' | 'select'>,
  input: HTMLInputElement,
): boolean {
  if (!event.ctrlKey && !event.metaKey) return false;
  const key = event.key.toLowerCase();
  if (key === 'enter') desk.select(input.dataset.cell ?? null);
  else if (input.dataset.typing !== undefined) return false;
  else if (key === 'y' || (key === 'z' && event.shiftKey)) desk.redo();
  else if (key === 'z') desk.undo();
  else return false;
  return true;
}

function inputAt(target: EventTarget): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.dataset.cell !== undefined ? target : null;
}
