// The dry run: how many rows would do what, one kind of them at a time, and what was read by rule.
import { useState } from 'react';
import { Toggle, useWords } from '../../ui/index.ts';
import { type Effect, effects, type Preview } from '../shapes.ts';
import { words } from '../words.ts';
import { NoteTable } from './note-table.tsx';
import { RowTable } from './row-table.tsx';

export function DryRun({ preview }: { readonly preview: Preview }) {
  const w = useWords(words);
  const [only, setOnly] = useState<Effect | 'all'>(preview.counts.refused > 0 ? 'refused' : 'all');
  const present = effects.filter((effect) => preview.counts[effect] > 0);
  const choices = [
    { value: 'all' as const, label: w.effectCount(w.all, preview.rows.length) },
    ...present.map((effect) => ({ value: effect, label: w.effectCount(w.effects[effect], preview.counts[effect]) })),
  ];
  const rows = only === 'all' ? preview.rows : preview.rows.filter(({ effect }) => effect === only);
  return (
    <div className="import-stack">
      <Toggle label={w.filter} value={only} choices={choices} onChange={setOnly} />
      <RowTable caption={w.dryRun} rows={rows} empty={w.rowsNone} />
      <NoteTable notes={preview.notes} />
    </div>
  );
}
