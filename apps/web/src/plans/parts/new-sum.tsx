// Adds a sum the paper prints over parts of one's choice, such as 一区 or 三片; the sums of one part, one zone or the whole
// are added on their own rows.
import { type FormEvent, useState } from 'react';
import { Button, useWords } from '../../ui/index.ts';
import type { AreaColumn } from '../annex.ts';
import { useDesk } from '../desk.ts';
import { words } from '../words.ts';

const columns = ['areaBefore', 'areaAfter'] as const;

export function NewSum() {
  const { dispatch } = useDesk();
  const w = useWords(words).editor;
  const [label, setLabel] = useState('');
  const [column, setColumn] = useState<AreaColumn>('areaAfter');
  const [parts, setParts] = useState<readonly string[]>([]);
  const ready = label.trim() !== '' && parts.length > 0;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    dispatch({ kind: 'row', edit: { of: 'sum', label: label.trim(), column, parts } });
    setLabel('');
    setParts([]);
  };
  return (
    <details className="new-sum">
      <summary>{w.newSum}</summary>
      <form onSubmit={add}>
        <PartsField chosen={parts} onChange={setParts} />
        <select
          className="text-field"
          aria-label={w.sumColumn}
          value={column}
          onChange={(event) => setColumn(columns.find((one) => one === event.currentTarget.value) ?? column)}
        >
          <option value="areaBefore">{w.before}</option>
          <option value="areaAfter">{w.after}</option>
        </select>{' '}
        <input
          className="text-field"
          aria-label={`${w.newSum}：${w.newName}`}
          placeholder={w.newName}
          maxLength={120}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />{' '}
        <Button submit small disabled={!ready}>
          {w.newSum}
        </Button>
      </form>
    </details>
  );
}

interface PartsFieldProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function PartsField({ chosen, onChange }: PartsFieldProps) {
  const { state } = useDesk();
  const w = useWords(words).editor;
  const turn = (code: string, on: boolean) => onChange(on ? [...chosen, code] : chosen.filter((one) => one !== code));
  return (
    <fieldset>
      <legend>{w.sumParts}</legend>
      {state.plan.parts.map((part) => (
        <label key={part.code}>
          <input type="checkbox" checked={chosen.includes(part.code)} onChange={(event) => turn(part.code, event.currentTarget.checked)} />{' '}
          {part.name}
        </label>
      ))}
    </fieldset>
  );
}
