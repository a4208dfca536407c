// Accepting or approving many filings at once, each in a transaction of its own, and what became of each.
import { useState } from 'react';
import { useView } from '../../shell/index.ts';
import { Button, type Column, DataTable, Failed, Notice, StateWord, TextInput, useSay, useWords } from '../../ui/index.ts';
import { useStatisticsActions } from '../hooks.ts';
import type { BoardRow } from '../shapes.ts';
import { words } from '../words-board.ts';

interface DecideManyProps {
  readonly rows: readonly BoardRow[];
  readonly picked: ReadonlySet<string>;
  readonly setPicked: (picked: ReadonlySet<string>) => void;
}

interface Told {
  readonly name: string;
  readonly id: string;
  readonly done: boolean;
  readonly reason: { readonly zh: string; readonly en: string } | null;
}

export function DecideMany({ rows, picked, setPicked }: DecideManyProps) {
  const w = useWords(words);
  const { on } = useView();
  const { decide } = useStatisticsActions();
  const [text, setText] = useState('');
  const [told, setTold] = useState<readonly Told[] | null>(null);
  const able = rows.filter(({ may }) => may !== null);
  const chosen = able.filter(({ id }) => picked.has(id));
  const send = async (kind: 'accept' | 'approve') => {
    const mine = chosen.filter(({ may }) => may === kind);
    const note = text.trim();
    const fates = await decide.mutateAsync({ ids: mine.map(({ id }) => id), kind, on, ...(note && { text: note }) }).catch(() => null);
    if (!fates) return;
    const names = new Map(mine.map(({ id, name }) => [id, name]));
    setTold(fates.map((fate) => ({ ...fate, name: names.get(fate.id) ?? fate.id })));
    setPicked(new Set());
    setText('');
  };
  if (able.length === 0 && !told) return null;
  return (
    <div className="stack">
      {able.length > 0 ? (
        <div className="button-row">
          <Button small onClick={() => setPicked(new Set(able.map(({ id }) => id)))}>
            {w.pickAll}
          </Button>
          <Button small disabled={chosen.length === 0} onClick={() => setPicked(new Set())}>
            {w.unpick}
          </Button>
          <span role="status">{w.picked(chosen.length)}</span>
          {chosen.length > 0 ? <TextInput label={w.note} bare placeholder={w.note} value={text} onChange={setText} /> : null}
          {(['accept', 'approve'] as const).map((kind) => {
            const count = chosen.filter(({ may }) => may === kind).length;
            return count === 0 ? null : (
              <Button key={kind} kind="main" busy={decide.isPending} onClick={() => void send(kind)}>
                {w[kind](count)}
              </Button>
            );
          })}
        </div>
      ) : null}
      {decide.error ? <Failed error={decide.error} /> : null}
      {told ? <Fates told={told} /> : null}
    </div>
  );
}

function Fates({ told }: { readonly told: readonly Told[] }) {
  const w = useWords(words);
  const say = useSay();
  const done = told.filter((one) => one.done).length;
  const columns: readonly Column<Told>[] = [
    { key: 'name', title: w.unit, render: ({ name }) => name },
    {
      key: 'fate',
      title: w.fate,
      important: true,
      render: ({ done: fine, reason }) =>
        fine ? <StateWord tone="good">{w.fateDone}</StateWord> : <StateWord tone="bad">{reason ? say(reason) : w.reason}</StateWord>,
    },
  ];
  return (
    <Notice tone={done === told.length ? 'good' : 'warn'} title={w.fates(done, told.length)}>
      <DataTable caption={w.fate} columns={columns} rows={told} rowKey={({ id }) => id} maxHeight="30vh" wrap empty={null} />
    </Notice>
  );
}
