// Picking cells to return: a click, or Space on a cell, picks it or drops it; nothing is edited meanwhile.
import { rowLabel } from '@zhenghe/engine/plans';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useCallback } from 'react';
import type { Picking } from '../../approvals/index.ts';
import { Button, useWords } from '../../ui/index.ts';
import { useDesk } from '../desk.ts';
import { words } from '../words.ts';
import { words as approvalWords } from '../words-approval.ts';

interface CellPickerProps {
  readonly picking: Picking;
  readonly children: ReactNode;
}

export function CellPicker({ picking, children }: CellPickerProps) {
  const pick = usePick(picking);
  const w = useWords(approvalWords);
  const { active } = picking;
  const onClick = (event: MouseEvent) => {
    if (active && pick(event.target)) event.preventDefault();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!active || event.key !== ' ' || !pick(event.target)) return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: clicks and Space on the cells inside bubble up to here
    <div className={active ? 'editor-main picking' : 'editor-main'} onClick={onClick} onKeyDown={onKeyDown}>
      {active ? (
        <p className="picking-bar">
          {w.picking(picking.picked.length)}{' '}
          <Button small onClick={() => document.querySelector('.cell-reasons')?.scrollIntoView({ block: 'center' })}>
            {w.toReasons}
          </Button>
        </p>
      ) : null}
      {children}
    </div>
  );
}

/** Toggles the cell an event fell on; false when it fell on none. */
function usePick({ toggle }: Picking): (target: EventTarget) => boolean {
  const { state } = useDesk();
  const w = useWords(words);
  const { plan } = state;
  return useCallback(
    (target) => {
      const key = target instanceof Element ? target.closest<HTMLElement>('.cell, [data-cell]') : null;
      const address = key?.dataset.cell ?? key?.querySelector<HTMLElement>('[data-cell]')?.dataset.cell;
      const [table, row, field] = address?.split('/') ?? [];
      if (!table || field === undefined || row === undefined) return false;
      const names: Readonly<Record<string, string>> = { ...w.fields };
      const tables: Readonly<Record<string, string>> = w.tables;
      const phases: Readonly<Record<string, string>> = w.editor.phase;
      const rowName = table === 'milestones' ? (phases[row] ?? row) : rowLabel(plan, table, row);
      const label = [rowName || (tables[table] ?? table), names[field] ?? field].join(' · ');
      toggle({ table, ...(row ? { row } : {}), field, label });
      return true;
    },
    [plan, toggle, w],
  );
}
