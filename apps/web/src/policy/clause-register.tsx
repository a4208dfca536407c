// The clause register (F26): search, filters in the address, and the clause in a panel beside the table.
import { strengths } from '@zhenghe/engine/kernel';
import { useMemo } from 'react';
import { useAddress } from '../shell/index.ts';
import { Answer, Button, Choice, type Column, DataTable, Empty, Page, SearchBox, Split, StateWord, useSay, useWords } from '../ui/index.ts';
import { ClausePanel } from './clause-panel.tsx';
import { citationText, readCitation, unitsOf } from './filter.ts';
import { useAllClauses, useClauseFilter, useClauses, usePacks } from './hooks.ts';
import { strengthTones } from './parts/clause-body.tsx';
import { PackStatus } from './parts/pack-status.tsx';
import { PolicyTabs } from './parts/policy-tabs.tsx';
import { UnitsLine } from './parts/units.tsx';
import type { ClauseRow } from './shapes.ts';
import { words } from './words.ts';

export function ClauseRegister() {
  const w = useWords(words);
  const { filter } = useClauseFilter();
  const [search, change] = useAddress();
  const open = readCitation(search.clause);
  const columns = useClauseColumns();
  return (
    <Page title={w.tabs.clauses} answers={w.clausesAnswer}>
      <PolicyTabs />
      <Filters />
      <Split panel={open ? <ClausePanel key={search.clause} citation={open} onClose={() => change({ clause: undefined })} /> : null}>
        <Answer query={useClauses(filter)} rows={12}>
          {(rows) => (
            <>
              <p className="note" role="status">
                {w.found(rows.length)}
              </p>
              <DataTable
                caption={w.tabs.clauses}
                columns={columns}
                rows={rows}
                rowKey={(row) => citationText(row.pack, row.code)}
                selected={search.clause}
                onOpen={(row) => change({ clause: citationText(row.pack, row.code) })}
                empty={<NothingFound />}
              />
            </>
          )}
        </Answer>
      </Split>
    </Page>
  );
}

function NothingFound() {
  const w = useWords(words);
  const [, change] = useAddress();
  const clear = () => change({ q: undefined, pack: undefined, strength: undefined, unit: undefined });
  return (
    <Empty title={w.none} action={<Button onClick={clear}>{w.clear}</Button>}>
      {w.noneNext}
    </Empty>
  );
}

function Filters() {
  const w = useWords(words);
  const say = useSay();
  const { filter, change } = useClauseFilter();
  const packs = usePacks().data ?? [];
  const all = useAllClauses().data;
  const units = useMemo(() => unitsOf(all ?? []), [all]);
  return (
    <search className="filters">
      <SearchBox label={w.search} placeholder={w.search} value={filter.q ?? ''} onChange={(q) => change({ q }, { replace: true })} />
      <Choice
        label={w.pack}
        value={filter.pack}
        all={w.all}
        choices={packs.map((pack) => ({ value: pack.id, label: say(pack.title) }))}
        onChange={(pack) => change({ pack })}
      />
      <Choice
        label={w.strength}
        value={filter.strength}
        all={w.all}
        choices={strengths.map((value) => ({ value, label: w.strengthName[value] }))}
        onChange={(strength) => change({ strength })}
      />
      <Choice
        label={w.unit}
        value={filter.unit}
        all={w.all}
        searchable
        choices={units.map((unit) => ({ value: unit, label: unit }))}
        onChange={(unit) => change({ unit })}
      />
    </search>
  );
}

function useClauseColumns(): readonly Column<ClauseRow>[] {
  const w = useWords(words);
  const say = useSay();
  return [
    { key: 'code', title: w.code, width: 96, render: (row) => <span title={say(row.packTitle)}>{row.code}</span> },
    { key: 'heading', title: w.heading, important: true, render: (row) => say(row.heading) },
    {
      key: 'strength',
      title: w.strength,
      important: true,
      render: (row) => <StateWord tone={strengthTones[row.strength]}>{w.strengthName[row.strength]}</StateWord>,
    },
    { key: 'status', title: w.pack, render: (row) => <PackStatus status={row.status} /> },
    { key: 'units', title: w.unit, important: true, render: (row) => <UnitsLine units={row.units} leads={row.leads} /> },
    { key: 'figures', title: w.figures, numeric: true, render: (row) => row.figures },
  ];
}
