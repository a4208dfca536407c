// Where a scenario departs from the quota in force: its own bounds of a place.
import { useState } from 'react';
import { Button, Choice, DataTable, Section, TextInput, useWords } from '../../ui/index.ts';
import type { Board } from '../board/use-board.ts';
import type { Settings } from '../shapes.ts';
import { words } from '../words-settings.ts';

interface QuotasPartProps {
  readonly board: Board;
  readonly settings: Settings;
  readonly onChange: (quotas: Settings['quotas']) => void;
}

export function QuotasPart({ board: { instance, mayChange }, settings: { quotas }, onChange }: QuotasPartProps) {
  const w = useWords(words);
  const places = instance.jurisdictions.filter((one) => !one.joins);
  const nameOf = (code: string) => places.find((one) => one.code === code)?.name ?? code;
  const rows = Object.entries(quotas).map(([code, bounds]) => ({ code, ...bounds }));
  const without = (gone: string) => Object.fromEntries(Object.entries(quotas).filter(([code]) => code !== gone));
  return (
    <Section title={w.quotas} note={rows.length > 0 ? rows.length : null}>
      <div className="stack" id="setting-quotas">
        <DataTable
          caption={w.quotas}
          rows={rows}
          rowKey={({ code }) => code}
          empty={<p className="note">{w.quotasNone}</p>}
          columns={[
            { key: 'place', title: w.place, render: ({ code }) => nameOf(code) },
            { key: 'min', title: w.min, numeric: true, render: ({ min }) => min },
            { key: 'max', title: w.max, numeric: true, render: ({ max }) => max },
            {
              key: 'act',
              title: w.remove,
              render: ({ code }) => (
                <Button small kind="quiet" disabled={!mayChange} label={w.removeOf(nameOf(code))} onClick={() => onChange(without(code))}>
                  {w.remove}
                </Button>
              ),
            },
          ]}
        />
        {mayChange ? (
          <AddQuota
            places={places.filter(({ code }) => !(code in quotas))}
            onAdd={(code, bounds) => onChange({ ...quotas, [code]: bounds })}
          />
        ) : null}
      </div>
    </Section>
  );
}

interface AddQuotaProps {
  readonly places: Board['instance']['jurisdictions'];
  readonly onAdd: (code: string, bounds: { readonly min: number; readonly max: number }) => void;
}

function AddQuota({ places, onAdd }: AddQuotaProps) {
  const w = useWords(words);
  const [draft, setDraft] = useState<{ readonly code?: string; readonly min: string; readonly max: string }>({ min: '', max: '' });
  const bounds = boundsOf(draft);
  const choose = (code: string | undefined) => {
    const place = places.find((one) => one.code === code);
    setDraft({ ...(code && { code }), min: String(place?.zonesMin ?? ''), max: String(place?.zonesMax ?? '') });
  };
  const add = () => {
    if (!draft.code || !bounds) return;
    onAdd(draft.code, bounds);
    setDraft({ min: '', max: '' });
  };
  return (
    <div className="filters">
      <Choice
        label={w.place}
        value={draft.code}
        all={w.place}
        searchable
        choices={places.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={choose}
      />
      <TextInput label={w.min} value={draft.min} onChange={(min) => setDraft((now) => ({ ...now, min }))} />
      <TextInput label={w.max} value={draft.max} onChange={(max) => setDraft((now) => ({ ...now, max }))} />
      <Button disabled={!draft.code || !bounds} onClick={add}>
        {w.add}
      </Button>
    </div>
  );
}

/** Whole numbers up to 20, the least not above the most. */
export function boundsOf({ min, max }: { readonly min: string; readonly max: string }) {
  const isBound = (text: string) => /^\d{1,2}$/.test(text.trim()) && Number(text) <= 20;
  return isBound(min) && isBound(max) && Number(min) <= Number(max) ? { min: Number(min), max: Number(max) } : null;
}
