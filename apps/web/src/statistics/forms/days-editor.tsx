// Working days of a form: for the unit, and for each level above it.
import { type Dispatch, useState } from 'react';
import { TextInput, useWords } from '../../ui/index.ts';
import type { Form } from '../shapes.ts';
import { words } from '../words-forms.ts';
import type { FormEdit } from './draft.ts';

interface DaysEditorProps {
  readonly form: Form;
  readonly dispatch: Dispatch<FormEdit>;
}

export function DaysEditor({ form: { dueDays, levelDays }, dispatch }: DaysEditorProps) {
  const w = useWords(words);
  return (
    <div className="button-row">
      <Days label={w.days} value={dueDays} most={120} onChange={(days) => dispatch({ kind: 'days', dueDays: days, levelDays })} />
      <Days label={w.daysLevel} value={levelDays} most={60} onChange={(days) => dispatch({ kind: 'days', dueDays, levelDays: days })} />
    </div>
  );
}

interface DaysProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (days: number) => void;
}

function Days({ label, value, most, onChange }: DaysProps) {
  const w = useWords(words);
  const [typed, setTyped] = useState(String(value));
  const read = (text: string) => (/^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most ? Number(text) : null);
  const type = (text: string) => {
    setTyped(text);
    const days = read(text);
    if (days !== null && days !== value) onChange(days);
  };
  return <TextInput label={label} value={typed} error={read(typed) === null ? w.wrongDays : undefined} onChange={type} />;
}
