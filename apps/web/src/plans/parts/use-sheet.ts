// Spreadsheet keys and pasted blocks for a table of cell inputs.
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { isBlockOfCells, parsePaste } from '../../ui/index.ts';
import type { CellRef } from '../cells.ts';
import { cellKey } from '../cells.ts';
import { useDesk } from '../desk.ts';
import { moveFor, pasteOver, spotAfter } from '../sheet.ts';

/** `rows` are the cells in reading order, so that a pasted block knows where to fall. */
export function useSheet(rows: readonly (readonly CellRef[])[]) {
  const { dispatch, readOnly } = useDesk();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const input = cellInput(event.target);
    if (!input || event.nativeEvent.isComposing) return;
    if (event.altKey && event.key === 'ArrowDown') return openReason(event, input);
    const length = input.value.length;
    const [start, end] = [input.selectionStart ?? 0, input.selectionEnd ?? length];
    const whole = start === 0 && end === length;
    const move = moveFor({
      key: event.key,
      shiftKey: event.shiftKey,
      altKey: event.altKey,
      atStart: whole || (start === 0 && end === 0),
      atEnd: whole || start === length,
    });
    if (!move) return;
    const inputs = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[data-cell]')];
    const spots = inputs.map((one, row) => ({ row, column: one.dataset.column ?? '' }));
    const next = spotAfter(spots, inputs.indexOf(input), move);
    if (next === null) return;
    event.preventDefault();
    inputs[next]?.focus();
  };
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const input = cellInput(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (!input || readOnly || !isBlockOfCells(text)) return;
    const start = rows.flat().find((cell) => cellKey(cell) === input.dataset.cell);
    if (!start) return;
    event.preventDefault();
    dispatch({ kind: 'paste', cells: pasteOver(rows, start, parsePaste(text)) });
    input.blur();
    input.focus();
  };
  return { onKeyDown, onPaste };
}

function cellInput(target: EventTarget): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.dataset.cell !== undefined ? target : null;
}

function openReason(event: KeyboardEvent, input: HTMLInputElement): void {
  const chooser = input.parentElement?.querySelector('select');
  if (!chooser) return;
  event.preventDefault();
  chooser.focus();
}
