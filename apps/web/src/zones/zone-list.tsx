// The register (名录): search, filters, sort and page in the address; table or map; a row opens beside the list.
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { api, client, province, useAddress, useView } from '../shell/index.ts';
import { Answer, AreaUnitSwitch, Button, Empty, Failed, Link, Page, Paging, Split, saveFile, Toggle, useWords } from '../ui/index.ts';
import { filterOf, type ListState, listStateOf, pageSize } from './filter.ts';
import { ListFilters } from './parts/list-filters.tsx';
import { ListMap } from './parts/list-map.tsx';
import { ListTable } from './parts/list-table.tsx';
import { ZonePanel } from './parts/zone-panel.tsx';
import { words } from './words.ts';

const noFilters = { place: province, q: undefined, type: undefined, grade: undefined, status: undefined, page: undefined };

export function ZoneList() {
  const w = useWords(words);
  const [search, change] = useAddress();
  const { on, data, place } = useView();
  const state = listStateOf(search);
  const filter = filterOf(state, { dataset: data, asOf: on, place });
  const views = [
    { value: 'table' as const, label: w.table },
    { value: 'map' as const, label: w.map },
  ];
  const panel = search.zone ? <ZonePanel id={search.zone} onClose={() => change({ zone: undefined })} /> : null;
  const actions = (
    <>
      <Link to="/zones/history">{w.history}</Link>
      <Export filter={filter} />
    </>
  );
  return (
    <Page title={w.title} answers={w.answers} actions={actions}>
      <div className="filters">
        <ListFilters state={state} />
        <Toggle
          label={w.view}
          value={state.show}
          choices={views}
          onChange={(show) => change({ view: show === 'map' ? 'map' : undefined })}
        />
        <AreaUnitSwitch />
      </div>
      <Split panel={panel}>
        {state.show === 'map' ? <ListMap /> : null}
        <Rows state={state} filter={filter} />
      </Split>
    </Page>
  );
}

type Filter = ReturnType<typeof filterOf>;

function Rows({ state, filter }: { readonly state: ListState; readonly filter: Filter }) {
  const w = useWords(words);
  const [, change] = useAddress();
  const input = { ...filter, page: state.page, size: pageSize };
  const list = useQuery(api.zones.list.queryOptions({ input, placeholderData: keepPreviousData, enabled: filter.asOf !== '' }));
  const empty = (
    <Empty title={w.none} action={<Button onClick={() => change(noFilters)}>{w.clear}</Button>}>
      {w.noneNext}
    </Empty>
  );
  const turn = (page: number) => change({ page: page === 1 ? undefined : String(page) });
  return (
    <Answer query={list} rows={14}>
      {({ rows, total, page, size }) => (
        <>
          <ListTable rows={rows} total={total} state={state} empty={empty} />
          {total > pageSize ? <Paging page={page} size={size} total={total} onChange={turn} /> : null}
        </>
      )}
    </Answer>
  );
}

function Export({ filter }: { readonly filter: Filter }) {
  const w = useWords(words);
  const exporting = useMutation({
    mutationFn: () => client.zones.export(filter),
    onSuccess: (file) => saveFile(file, file.name || `zones-${filter.asOf}.xlsx`),
  });
  if (exporting.error) return <Failed error={exporting.error} onRetry={() => exporting.mutate()} />;
  return (
    <Button title={w.exportTitle} busy={exporting.isPending} onClick={() => exporting.mutate()}>
      {w.export}
    </Button>
  );
}
