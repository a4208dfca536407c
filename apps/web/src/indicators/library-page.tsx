// The indicator library (F35): search, filters in the address, and one indicator in a panel beside the table.
import { useAddress, useOpen } from '../shell/index.ts';
import {
  Answer,
  Button,
  Choice,
  type Column,
  DataTable,
  Empty,
  Page,
  SearchBox,
  SidePanel,
  Split,
  StateWord,
  useSay,
  useWords,
} from '../ui/index.ts';
import { groups } from './filter.ts';
import { useIndicator, useLibrary, useMayDefine } from './hooks.ts';
import { IndicatorBody } from './parts/indicator-body.tsx';
import { LibraryTabs } from './parts/library-tabs.tsx';
import type { IndicatorRow } from './shapes.ts';
import { words } from './words.ts';

export function LibraryPage() {
  const w = useWords(words);
  const { query } = useLibrary();
  const [search, change] = useAddress();
  const columns = useColumns();
  const open = useOpen();
  const mayDefine = useMayDefine();
  return (
    <Page
      title={w.nav}
      answers={w.libraryAnswer}
      actions={
        mayDefine ? (
          <Button kind="main" onClick={() => open('/indicators/new')}>
            {w.add}
          </Button>
        ) : null
      }
    >
      <LibraryTabs />
      <Filters />
      <Split panel={search.open ? <Panel key={search.open} code={search.open} onClose={() => change({ open: undefined })} /> : null}>
        <Answer query={query} rows={12}>
          {(rows) => (
            <>
              <p className="note" role="status">
                {w.found(rows.length)}
              </p>
              <DataTable
                caption={w.tabs.library}
                columns={columns}
                rows={rows}
                rowKey={({ code }) => code}
                selected={search.open}
                onOpen={({ code }) => change({ open: code })}
                empty={<NothingFound />}
              />
            </>
          )}
        </Answer>
      </Split>
    </Page>
  );
}

function Filters() {
  const w = useWords(words);
  const { filter, change } = useLibrary();
  return (
    <search className="filters">
      <SearchBox label={w.search} placeholder={w.search} value={filter.search} onChange={(q) => change({ q }, { replace: true })} />
      <Choice
        label={w.group}
        value={filter.group}
        all={w.all}
        choices={groups.map((value) => ({ value, label: w.groups[value] }))}
        onChange={(group) => change({ group })}
      />
      <Choice
        label={w.kind}
        value={filter.kind}
        all={w.all}
        choices={(['filed', 'derived'] as const).map((value) => ({ value, label: w[value] }))}
        onChange={(kind) => change({ kind })}
      />
      <Button pressed={filter.retired} onClick={() => change({ retired: filter.retired ? undefined : '1' })}>
        {w.showRetired}
      </Button>
    </search>
  );
}

function NothingFound() {
  const w = useWords(words);
  const [, change] = useAddress();
  const clear = () => change({ q: undefined, group: undefined, kind: undefined });
  return (
    <Empty title={w.none} action={<Button onClick={clear}>{w.clear}</Button>}>
      {w.noneNext}
    </Empty>
  );
}

function useColumns(): readonly Column<IndicatorRow>[] {
  const w = useWords(words);
  const say = useSay();
  return [
    { key: 'name', title: w.name, important: true, width: 220, render: (row) => <Name row={row} /> },
    { key: 'unit', title: w.unit, important: true, tight: true, render: (row) => row.unit },
    { key: 'group', title: w.group, render: (row) => w.groups[row.group] },
    { key: 'kind', title: w.kind, render: (row) => (row.formula === null ? w.filed : w.derived) },
    { key: 'direction', title: w.direction, render: (row) => w.directions[row.direction] },
    { key: 'frequency', title: w.frequency, render: (row) => w.grains[row.frequency] },
    { key: 'owner', title: w.owner, width: 200, important: true, render: (row) => say(row.owner) },
    { key: 'uses', title: w.used, numeric: true, render: (row) => row.uses },
    { key: 'code', title: w.code, tight: true, render: (row) => <code>{row.code}</code> },
  ];
}

function Name({ row }: { readonly row: IndicatorRow }) {
  const w = useWords(words);
  const say = useSay();
  const gone = row.mergedInto !== null || row.retired;
  return (
    <>
      {say(row.name)}
      {row.starred ? ' *' : ''}
      {row.publication === 'evaluation-only' ? <span className="indicator-mark"> {w.publications['evaluation-only']}</span> : null}
      {gone ? (
        <>
          {' '}
          <StateWord tone="quiet">{row.mergedInto ?? w.retired}</StateWord>
        </>
      ) : null}
    </>
  );
}

function Panel({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const query = useIndicator(code);
  const say = useSay();
  return (
    <SidePanel title={query.data ? say(query.data.indicator.name) : code} onClose={onClose}>
      <Answer query={query}>{(view) => <IndicatorBody view={view} brief />}</Answer>
    </SidePanel>
  );
}
