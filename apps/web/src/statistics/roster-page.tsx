// Who is in the statistics (入统名单), from which day to which, and why; whoever may changes it with a reason.
import { useState } from 'react';
import { useAddress, usePlacePath, useSession, useView } from '../shell/index.ts';
import {
  Answer,
  Button,
  type Column,
  DataTable,
  DateField,
  Dialog,
  Empty,
  Failed,
  Page,
  SearchBox,
  StateWord,
  TextInput,
  useWords,
} from '../ui/index.ts';
import { useIsStaff, useRoster, useStatisticsActions } from './hooks.ts';
import { StatisticsTabs } from './parts/statistics-tabs.tsx';
import type { RosterRow } from './shapes.ts';
import { words } from './words.ts';
import { words as boardWords } from './words-board.ts';

type Asked = { readonly kind: 'in' } | { readonly kind: 'out'; readonly row: RosterRow };

export function RosterPage() {
  const c = useWords(words);
  const w = useWords(boardWords).roster;
  const staff = useIsStaff();
  const query = useRoster();
  const role = useSession()?.card?.role;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const mayTakeIn = role === 'province' || role === 'city' || role === 'county';
  return (
    <Page
      title={c.tabs.roster}
      answers={w.answers}
      actions={mayTakeIn ? <Button onClick={() => setAsked({ kind: 'in' })}>{w.takeIn}</Button> : null}
    >
      <StatisticsTabs />
      {done === null ? null : <p role="status">{done}</p>}
      {staff ? (
        <Answer query={query} rows={12}>
          {(rows) => <Roster rows={rows} onLetGo={(row) => setAsked({ kind: 'out', row })} />}
        </Answer>
      ) : (
        <Empty title={c.notYours}>{c.notYoursNext}</Empty>
      )}
      {asked ? (
        <Enrolment
          asked={asked}
          onClose={() => setAsked(null)}
          onDone={(name) => {
            setDone(w.done(name));
            setAsked(null);
          }}
        />
      ) : null}
    </Page>
  );
}

function Roster({ rows, onLetGo }: { readonly rows: readonly RosterRow[]; readonly onLetGo: (row: RosterRow) => void }) {
  const w = useWords(boardWords).roster;
  const [search, change] = useAddress();
  const placeOf = usePlacePath();
  const wanted = (search.q ?? '').trim();
  const shown = wanted === '' ? rows : rows.filter(({ name, unit }) => name.includes(wanted) || unit.includes(wanted));
  const columns: readonly Column<RosterRow>[] = [
    { key: 'name', title: w.name, width: 240, render: ({ name }) => name },
    { key: 'place', title: w.place, important: true, render: ({ jurisdiction }) => placeOf(jurisdiction) },
    { key: 'from', title: w.from, tight: true, important: true, render: ({ from }) => from },
    { key: 'to', title: w.to, tight: true, important: true, render: ({ to }) => to ?? <StateWord tone="good">{w.stays}</StateWord> },
    { key: 'reason', title: w.reason, render: ({ reason }) => reason },
    {
      key: 'change',
      title: w.change,
      render: (row) =>
        row.mayChange && row.to === null ? (
          <Button small label={w.letGoOf(row.name)} onClick={() => onLetGo(row)}>
            {w.letGo}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <search className="filters">
        <SearchBox
          label={w.searchName}
          placeholder={w.searchName}
          value={search.q ?? ''}
          onChange={(q) => change({ q }, { replace: true })}
        />
      </search>
      <DataTable
        caption={w.answers}
        columns={columns}
        rows={shown}
        rowKey={({ unit, from }) => `${unit}/${from}`}
        maxHeight="72vh"
        empty={<Empty title={w.none}>{w.noneNext}</Empty>}
      />
    </>
  );
}

interface EnrolmentProps {
  readonly asked: Asked;
  readonly onClose: () => void;
  readonly onDone: (name: string) => void;
}

function Enrolment({ asked, onClose, onDone }: EnrolmentProps) {
  const w = useWords(boardWords).roster;
  const c = useWords(words);
  const { data: dataset, on } = useView();
  const { enrol } = useStatisticsActions();
  const [unit, setUnit] = useState('');
  const [day, setDay] = useState(on);
  const [reason, setReason] = useState('');
  const out = asked.kind === 'out' ? asked.row : null;
  const send = async () => {
    const days = out ? { unit: out.unit, from: out.from, to: day } : { unit: unit.trim(), from: day, to: null };
    const answer = await enrol.mutateAsync({ dataset, on, reason: reason.trim(), ...days }).catch(() => null);
    if (answer) onDone(out?.name ?? answer.unit);
  };
  return (
    <Dialog title={out ? w.letGoOf(out.name) : w.takeIn} onClose={onClose}>
      {out ? null : <TextInput label={w.unit} note={w.unitNote} value={unit} onChange={setUnit} />}
      <DateField label={out ? w.toDay : w.fromDay} value={day} onChange={setDay} />
      <TextInput label={w.why} rows={2} value={reason} onChange={setReason} />
      {enrol.error ? <Failed error={enrol.error} /> : null}
      <div className="button-row">
        <Button
          kind="main"
          busy={enrol.isPending}
          disabled={reason.trim() === '' || (!out && unit.trim() === '')}
          onClick={() => void send()}
        >
          {w.confirm}
        </Button>
        <Button onClick={onClose}>{c.cancel}</Button>
      </div>
    </Dialog>
  );
}
