// The cell of this period, with the keys of a spreadsheet: typing replaces, F2 edits, Escape restores, Delete empties, / says why
// there is none. Text is kept as typed until the cell is left.
import { isMissing } from '@zhenghe/engine/kernel';
import { filedReasons } from '@zhenghe/engine/statistics';
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { Button, useSay, useWords } from '../../ui/index.ts';
import { words as kitWords } from '../../ui/words.ts';
import type { Figure } from '../shapes.ts';
import { words } from '../words-filing.ts';
import type { Entered } from './entry.ts';
import { shownFigure } from './figure.tsx';
import type { Pending } from './queue.ts';
import type { FilingRow } from './rows.ts';

interface FigureInputProps {
  readonly row: FilingRow;
  readonly value: Figure;
  readonly pending: Pending | undefined;
  readonly open: boolean;
  readonly invalid: boolean;
  readonly onText: (row: FilingRow, text: string) => void;
  readonly onValues: (values: readonly { readonly key: string; readonly value: Entered }[]) => void;
}

export function FigureInput({ row, value, pending, open, invalid, onText, onValues }: FigureInputProps) {
  const w = useWords(words);
  const say = useSay();
  const [draft, setDraft] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const reason = useRef<HTMLSelectElement>(null);
  const text = pending?.unread?.text ?? shownFigure(value);
  const commit = () => {
    if (draft !== null && draft !== text) onText(row, draft);
    setDraft(null);
  };
  const keys = {
    draft,
    text,
    setDraft,
    commit,
    toReason: () => reason.current?.focus(),
    clear: () => onValues([{ key: row.key, value: null }]),
  };
  const name = say(row.indicator.name);
  return (
    <div className="figure-cell">
      <input
        ref={input}
        className="figure-input"
        data-cell={row.key}
        data-typing={draft === null ? undefined : ''}
        aria-label={w.cell(name)}
        aria-invalid={invalid || pending?.unread !== undefined}
        inputMode="decimal"
        enterKeyHint="next"
        autoComplete="off"
        readOnly={!open}
        value={draft ?? text}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={commit}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => (open ? onKey(event, keys) : undefined)}
      />
      {draft === null && !pending?.unread && (value === null || isMissing(value)) ? (
        <Reason
          row={row}
          value={value}
          open={open}
          label={w.reasonFor(name)}
          field={reason}
          onValues={onValues}
          back={() => input.current?.focus()}
        />
      ) : null}
      <Held row={row} empty={open && draft === null && value === null} onValues={onValues} />
    </div>
  );
}

interface Keys {
  readonly draft: string | null;
  readonly text: string;
  readonly setDraft: (draft: string | null) => void;
  readonly commit: () => void;
  readonly toReason: () => void;
  readonly clear: () => void;
}

function onKey(event: KeyboardEvent<HTMLInputElement>, { draft, text, setDraft, commit, toReason, clear }: Keys): void {
  const field = event.currentTarget;
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter') commit();
  else if (actOn(event.key, field, { draft, text, setDraft, commit, toReason, clear })) event.preventDefault();
}

/** Whether the key meant something to the cell. */
function actOn(key: string, field: HTMLInputElement, { draft, text, setDraft, toReason, clear }: Keys): boolean {
  if (key === 'Escape' && draft !== null) {
    setDraft(null);
    requestAnimationFrame(() => field.select());
    return true;
  }
  if (key === 'F2') {
    setDraft(draft ?? text);
    requestAnimationFrame(() => field.setSelectionRange(field.value.length, field.value.length));
    return true;
  }
  if (key === 'Delete' && draft === null) {
    clear();
    return true;
  }
  if (key !== '/' || (draft !== null && draft !== '')) return false;
  setDraft(null);
  requestAnimationFrame(toReason);
  return true;
}

interface ReasonProps {
  readonly row: FilingRow;
  readonly value: Figure;
  readonly open: boolean;
  readonly label: string;
  readonly field: RefObject<HTMLSelectElement | null>;
  readonly onValues: FigureInputProps['onValues'];
  readonly back: () => void;
}

/** Why there is no figure: a reason, or still to be filled in. */
function Reason({ row, value, open, label, field, onValues, back }: ReasonProps) {
  const w = useWords(words);
  const kit = useWords(kitWords);
  const now = value === null || typeof value === 'string' ? '' : value.missing;
  if (!open) return now === '' ? null : <span className="missing">{kit.missing[now]}</span>;
  return (
    <select
      ref={field}
      className="why-none"
      aria-label={label}
      tabIndex={-1}
      value={now}
      onChange={(event) => {
        const chosen = filedReasons.find((one) => one === event.currentTarget.value);
        onValues([{ key: row.key, value: chosen ? { missing: chosen } : null }]);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        back();
      }}
    >
      <option value="">{w.noReason}</option>
      {filedReasons.map((one) => (
        <option key={one} value={one}>
          {kit.missing[one]}
        </option>
      ))}
    </select>
  );
}

/** "Already have it": what the product knows of this cell, from where and of what day. */
function Held({
  row,
  empty,
  onValues,
}: {
  readonly row: FilingRow;
  readonly empty: boolean;
  readonly onValues: FigureInputProps['onValues'];
}) {
  const w = useWords(words);
  const say = useSay();
  const { held } = row.cell;
  if (!held || !empty) return null;
  return (
    <span className="held" title={`${say(held.source)} ${held.on}`}>
      <Button
        small
        kind="quiet"
        label={w.takeHeldOf(say(row.indicator.name))}
        onClick={() => onValues([{ key: row.key, value: held.value }])}
      >
        {w.held(shownFigure(held.value))} · {w.takeHeld}
      </Button>
    </span>
  );
}
