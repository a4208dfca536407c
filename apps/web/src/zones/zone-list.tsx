// The register (名录): search, filters, sort and page in the address; table or map; a row opens beside the list.
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { api, client, useAddress, useView } from '../shell/index.ts';
import { Answer, AreaUnitSwitch, Button, Empty, Failed, Link, Page, Paging, Split, saveFile, Toggle, useWords } from '../ui/index.ts';
import { filterOf, listStateOf, pageSize } from './filter.ts';
import { ListFilters } from './parts/list-filters.tsx';
import { ListMap } from './parts/list-map.tsx';
import { ListTable } from './parts/list-table.tsx';
import { ZonePanel } from './parts/zone-panel.tsx';
import { words } from './words.ts';

const noFilters = { q: undefined, type: undefined, grade: undefined, status: undefined, page: undefined };

export function ZoneList() {
  const w = useWords(words);
  const [search, change] = useAddress();
  const { on, data, place } = useView();
  const state = listStateOf(search);
  const filter = filterOf(state, { dataset: data, asOf: on, place });
  const list = useQuery(
    api.zones.list.queryOptions({
      input: { ...filter, page: state.page, size: pageSize },
      placeholderData: keepPreviousData,
      enabled: on !== '',
    }),
  );
  const exporting = useMutation({
    mutationFn: () => client.zones.export(filter),
    onSuccess: (file) => saveFile(file, file.name || `zones-${on}.xlsx`),
  });
  const views = [
    { value: 'table' as const, label: w.table },
    { value: 'map' as const, label: w.map },
  ];
  const panel = search.zone ? <ZonePanel id={search.zone} onClose={() => change({ zone: undefined })} /> : null;
  return (
    <Page
      title={w.title}
      answers={w.answers}
      actions={
        <>
          <Link to="/zones/history">{w.history}</Link>
          <Button title={w.exportTitle} busy={exporting.isPending} onClick={() => exporting.mutate()}>
            {w.export}
          </Button>
        </>
      }
    >
      {exporting.error ? <Failed error={exporting.error} onRetry={() => exporting.mutate()} /> : null}
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
        <Answer query={list} rows={14}>
          {(answer) => (
            <>
              <ListTable
                rows={answer.rows}
                total={answer.total}
                state={state}
                empty={
                  <Empty title={w.none} action={<Button onClick={() => change(noFilters)}>{w.clear}</Button>}>
                    {w.noneNext}
                  </Empty>
                }
              />
              {answer.total > pageSize ? (
                <Paging
                  page={answer.page}
                  size={answer.size}
                  total={answer.total}
                  onChange={(page) => change({ page: page === 1 ? undefined : String(page) })}
                />
              ) : null}
            </>
          )}
        </Answer>
      </Split>
    </Page>
  );
}
