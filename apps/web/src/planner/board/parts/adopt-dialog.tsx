// Adopting: which places, what happens to each, why; then the draft plans to go on with.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, useView } from '../../../shell/index.ts';
import { Button, DataTable, Dialog, Link, StateWord, TextInput, useWords } from '../../../ui/index.ts';
import { RefusedList } from '../../parts/refused-list.tsx';
import type { Adopted } from '../../shapes.ts';
import { words } from '../../words-board.ts';
import { type Adoptable, adoptable } from '../adoption.ts';
import type { Board } from '../use-board.ts';

interface AdoptDialogProps {
  readonly board: Board;
  readonly onClose: () => void;
}

export function AdoptDialog({ board, onClose }: AdoptDialogProps) {
  const w = useWords(words);
  const cache = useQueryClient();
  const { on } = useView();
  const { scenario } = board;
  const rows = useAdoptable(board);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const adopting = useMutation(
    api.planner.adopt.mutationOptions({
      onSuccess: () => Promise.all([api.plans.key(), api.planner.scenarios.key()].map((queryKey) => cache.invalidateQueries({ queryKey }))),
    }),
  );
  if (adopting.data) return <Done adopted={adopting.data} rows={rows} onClose={onClose} />;
  const whole = picked.size > 0 && reason.trim() !== '';
  const send = () =>
    adopting.mutate({ id: scenario.id, version: scenario.version, jurisdictions: [...picked].sort(), reason: reason.trim(), on });
  return (
    <Dialog title={w.adoptTitle} onClose={onClose}>
      <p className="note">{w.adoptNote}</p>
      <div className="button-row">
        <Button small onClick={() => setPicked(new Set(rows.filter(({ outcome }) => outcome !== 'refused').map(({ code }) => code)))}>
          {w.adoptAll}
        </Button>
        <Button small onClick={() => setPicked(new Set())}>
          {w.adoptNone}
        </Button>
      </div>
      <Places rows={rows} picked={picked} onPick={setPicked} />
      <TextInput label={w.adoptReason} rows={2} value={reason} onChange={setReason} />
      {adopting.error ? (
        <RefusedList error={adopting.error} nameOf={(code) => rows.find((row) => row.code === code)?.name ?? code} />
      ) : null}
      <div className="button-row">
        <Button kind="main" disabled={!whole} busy={adopting.isPending} onClick={send}>
          {w.adoptYes(picked.size)}
        </Button>
        <Button onClick={onClose}>{w.cancel}</Button>
        {whole ? null : <span className="note">{w.adoptGap}</span>}
      </div>
    </Dialog>
  );
}

function useAdoptable({ view, instance, scenario }: Board): readonly Adoptable[] {
  const { on } = useView();
  const plans = useQuery(api.plans.list.queryOptions({ input: { dataset: scenario.dataset, asOf: on } })).data;
  return useMemo(
    () => adoptable(view, new Map(instance.jurisdictions.map(({ code, name }) => [code, name])), plans ?? []),
    [view, instance.jurisdictions, plans],
  );
}

interface PlacesProps {
  readonly rows: readonly Adoptable[];
  readonly picked: ReadonlySet<string>;
  readonly onPick: (picked: ReadonlySet<string>) => void;
}

function Places({ rows, picked, onPick }: PlacesProps) {
  const w = useWords(words);
  const toggle = (code: string) => onPick(new Set(picked.has(code) ? [...picked].filter((one) => one !== code) : [...picked, code]));
  return (
    <DataTable
      caption={w.adoptTitle}
      rows={rows}
      rowKey={({ code }) => code}
      empty={null}
      maxHeight="320px"
      brief={120}
      columns={[
        {
          key: 'place',
          title: w.place,
          render: ({ code, name, outcome }) => (
            <label className="one-box">
              <input type="checkbox" checked={picked.has(code)} disabled={outcome === 'refused'} onChange={() => toggle(code)} /> {name}
            </label>
          ),
        },
        { key: 'zones', title: w.zones, numeric: true, important: true, render: ({ zones }) => zones },
        { key: 'parks', title: w.parks, numeric: true, render: ({ parks }) => parks },
        { key: 'what', title: w.adoptWhat, important: true, render: (row) => <What row={row} /> },
      ]}
    />
  );
}

function What({ row: { outcome, plan } }: { readonly row: Adoptable }) {
  const w = useWords(words);
  if (outcome === 'new' || plan === null) return <StateWord tone="good">{w.adoptNew}</StateWord>;
  if (outcome === 'version') return <StateWord tone="info">{w.adoptVersion(plan.version + 1)}</StateWord>;
  return <StateWord tone="quiet">{w.adoptRefused(w.adoptStates[plan.state])}</StateWord>;
}

interface DoneProps {
  readonly adopted: readonly Adopted[];
  readonly rows: readonly Adoptable[];
  readonly onClose: () => void;
}

function Done({ adopted, rows, onClose }: DoneProps) {
  const w = useWords(words);
  return (
    <Dialog title={w.adopted} onClose={onClose}>
      <DataTable
        caption={w.adopted}
        rows={adopted}
        rowKey={({ jurisdiction }) => jurisdiction}
        empty={null}
        maxHeight="360px"
        brief={120}
        columns={[
          {
            key: 'place',
            title: w.place,
            render: ({ jurisdiction }) => rows.find(({ code }) => code === jurisdiction)?.name ?? jurisdiction,
          },
          {
            key: 'made',
            title: w.adoptWhat,
            important: true,
            render: ({ made, version }) => `${w.adoptedSays[made]} · ${w.version(version)}`,
          },
          {
            key: 'plan',
            title: w.toPlan,
            important: true,
            render: ({ plan }) => <Link to={`/plans/${encodeURIComponent(plan)}`}>{w.toPlan}</Link>,
          },
        ]}
      />
      <div className="button-row">
        <Button kind="main" onClick={onClose}>
          {w.done}
        </Button>
      </div>
    </Dialog>
  );
}
