// Small fields inside tables: a text, lines of names, a choice, yes/no that may be missing. Read-only they are plain text.
import { type Cell, isMissing, type MissingReason, missingReasons } from '@zhenghe/engine/kernel';
import { useState } from 'react';
import { MissingText, useWords } from '../../ui/index.ts';
import { words as kitWords } from '../../ui/words.ts';
import { useDesk } from '../desk.ts';
import { words } from '../words.ts';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** `required` text is not emptied: a name the plan cannot do without goes back to what it was. */
export function TextField({ label, value, onChange, required = false }: TextFieldProps & { readonly required?: boolean }) {
  const { readOnly } = useDesk();
  const [draft, setDraft] = useState<string | null>(null);
  if (readOnly) return value ? <span>{value}</span> : <MissingText />;
  const leave = () => {
    if (draft !== null && (draft.trim() || !required)) onChange(draft.trim());
    setDraft(null);
  };
  return (
    <input
      className="text-field"
      aria-label={label}
      maxLength={120}
      value={draft ?? value}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}

interface LinesFieldProps {
  readonly label: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: readonly string[]) => void;
}

/** One name a line; a Chinese enumeration comma parts names too. */
export function LinesField({ label, lines, onChange }: LinesFieldProps) {
  const { readOnly } = useDesk();
  const [draft, setDraft] = useState<string | null>(null);
  if (readOnly) return lines.length > 0 ? <span>{lines.join('、')}</span> : <MissingText />;
  const leave = () => {
    if (draft !== null) onChange(namesIn(draft));
    setDraft(null);
  };
  const text = draft ?? lines.join('\n');
  return (
    <textarea
      className="text-field"
      aria-label={label}
      rows={Math.max(2, Math.min(9, text.split('\n').length))}
      value={text}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}

export function namesIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\n、，,；;]/).map((name) => name.trim()))].filter(Boolean);
}

interface PickFieldProps<T extends string> {
  readonly label: string;
  readonly value: T | undefined;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

export function PickField<T extends string>({ label, value, choices, onChange }: PickFieldProps<T>) {
  const { readOnly } = useDesk();
  const chosen = choices.find((choice) => choice.value === value);
  if (readOnly) return chosen ? <span>{chosen.label}</span> : <MissingText />;
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => {
        const next = choices.find((choice) => choice.value === event.currentTarget.value);
        if (next) onChange(next.value);
      }}
    >
      {chosen ? null : <option value="">—</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

interface YesNoProps {
  readonly label: string;
  readonly value: Cell<boolean>;
  readonly onChange: (value: Cell<boolean>) => void;
  /** Whether the answer may also be not given. */
  readonly open?: boolean;
}

export function YesNo({ label, value, onChange, open = false }: YesNoProps) {
  const w = useWords(words).editor;
  const kit = useWords(kitWords);
  const { readOnly } = useDesk();
  if (readOnly) return isMissing(value) ? <MissingText reason={value.missing} /> : <span>{value ? w.yes : w.no}</span>;
  const reasons = missingReasons.filter((reason) => usualReasons.includes(reason) || (isMissing(value) && value.missing === reason));
  return (
    <select
      aria-label={label}
      value={isMissing(value) ? value.missing : value ? 'yes' : 'no'}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        const reason = reasons.find((one) => one === chosen);
        onChange(reason ? { missing: reason } : chosen === 'yes');
      }}
    >
      {(open ? reasons : []).map((reason) => (
        <option key={reason} value={reason}>
          {kit.missing[reason]}
        </option>
      ))}
      <option value="yes">{w.yes}</option>
      <option value="no">{w.no}</option>
    </select>
  );
}

const usualReasons: readonly MissingReason[] = ['not-given', 'not-applicable'];
