// One cell a person types into: its text, the mark of its findings, and why it is missing when it is empty.
// Keeps the text as typed until the cell is left; the plan follows at every keystroke.
import { type Cell, isMissing, type MissingReason, missingReasons } from '@zhenghe/engine/kernel';
import { type Dispatch, memo, useRef, useState } from 'react';
import { Shape, type Tone, useSay, useWords } from '../../ui/index.ts';
import { words as kitWords } from '../../ui/words.ts';
import { useCellNote } from '../cell-talk.ts';
import { type CellRef, cellKey, cellKind, showValue } from '../cells.ts';
import { useLocked } from '../desk.ts';
import type { Edit, Unread } from '../edit.ts';
import { type Mark, markTitle, type Standing } from '../marks.ts';
import { words } from '../words.ts';
import { CellNoteMark } from './approval-cell-note.tsx';

export const standingTones: Readonly<Record<Standing, Tone>> = {
  blocks: 'bad',
  reason: 'warn',
  unknown: 'quiet',
  hint: 'info',
  pass: 'good',
};

interface CellInputProps {
  readonly cell: CellRef;
  readonly value: Cell<string | number>;
  readonly label: string;
  readonly unread: Unread | undefined;
  readonly mark: Mark | undefined;
  readonly dispatch: Dispatch<Edit>;
}

export const CellInput = memo(function CellInput({ cell, value, label, unread, mark, dispatch }: CellInputProps) {
  const w = useWords(words).editor;
  const say = useSay();
  const [draft, setDraft] = useState<string | null>(null);
  const locked = useLocked(cell);
  const { note } = useCellNote(cellKey(cell));
  const atFocus = useRef('');
  const text = unread?.text ?? showValue(value);
  const title = [unread ? w.problem[unread.problem] : '', note?.text ?? '', mark ? markTitle(mark, say) : ''].filter(Boolean).join('\n');
  const standing = unread ? 'blocks' : mark?.standing;
  const type = (next: string) => {
    setDraft(next);
    dispatch({ kind: 'type', cell, text: next });
  };
  return (
    <div className={`${cellClass(standing, Boolean(unread) || mark?.direct === true)}${note ? ` ${note.kind}` : ''}`}>
      {note ? <CellNoteMark note={note} /> : null}
      {standing && (unread || mark?.direct) ? <Shape tone={standingTones[standing]} /> : null}
      <input
        className={`cell-input ${cellKind(cell)}`}
        data-cell={cellKey(cell)}
        data-column={cell.table === 'sums' ? `sum-${cell.field}` : cell.field}
        aria-label={label}
        aria-invalid={standing === 'blocks'}
        title={title || undefined}
        inputMode={cellKind(cell) === 'day' ? 'text' : 'decimal'}
        autoComplete="off"
        readOnly={locked}
        value={draft ?? text}
        onFocus={(event) => {
          atFocus.current = text;
          event.currentTarget.select();
        }}
        onBlur={() => setDraft(null)}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !locked) type(atFocus.current);
        }}
      />
      {isMissing(value) && !unread && !draft ? (
        <WhyMissing cell={cell} reason={value.missing} label={label} readOnly={locked} dispatch={dispatch} />
      ) : null}
    </div>
  );
});

interface WhyMissingProps {
  readonly cell: CellRef;
  readonly reason: MissingReason;
  readonly label: string;
  readonly readOnly: boolean;
  readonly dispatch: Dispatch<Edit>;
}

function WhyMissing({ cell, reason, label, readOnly, dispatch }: WhyMissingProps) {
  const w = useWords(words).editor;
  const kit = useWords(kitWords);
  const [open, setOpen] = useState(false);
  if (readOnly) return <span className="why-missing missing">{kit.missing[reason]}</span>;
  return (
    <select
      className="why-missing"
      aria-label={w.missingFor(label)}
      value={reason}
      onFocus={() => setOpen(true)}
      onChange={(event) => {
        const chosen = missingReasons.find((one) => one === event.currentTarget.value);
        if (chosen) dispatch({ kind: 'missing', cell, reason: chosen });
      }}
    >
      {(open ? missingReasons : [reason]).map((one) => (
        <option key={one} value={one}>
          {kit.missing[one]}
        </option>
      ))}
    </select>
  );
}

/** A cell that carries the finding is marked in full; one that only takes part has a thin edge. */
function cellClass(standing: Standing | undefined, direct: boolean): string {
  if (!standing) return 'cell';
  return direct ? `cell mark-${standing}` : `cell part-${standing}`;
}
