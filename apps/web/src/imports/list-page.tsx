// The batches, newest first, and the kinds of files the person may bring in.
import { useAddress, useOpen, useSession } from '../shell/index.ts';
import { Answer, Button, type Column, DataTable, Empty, Link, Notice, Page, Section, StateWord, useSay, useWords } from '../ui/index.ts';
import { mayBring } from './bringers.ts';
import { numberIn, pageSize, useBatches, useKinds } from './hooks.ts';
import { Pages } from './parts/pages.tsx';
import { type Batch, effects, stateTones } from './shapes.ts';
import { words } from './words.ts';

export function ImportList() {
  const w = useWords(words);
  const session = useSession();
  return (
    <Page title={w.title} answers={w.answers}>
      {session && !mayBring(session) ? (
        <Empty title={w.notYours}>{w.notYoursNext}</Empty>
      ) : (
        <>
          <Kinds />
          <Batches />
        </>
      )}
    </Page>
  );
}

function Kinds() {
  const w = useWords(words);
  const say = useSay();
  const open = useOpen();
  const kinds = useKinds();
  return (
    <Section title={w.newImport}>
      <Answer query={kinds} rows={2}>
        {(rows) => (
          <>
            {rows.length === 0 ? <Empty title={w.notYours} /> : null}
            {rows.map((kind) => (
              <Notice
                key={kind.kind}
                tone={kind.refused ? 'quiet' : 'info'}
                title={say(kind.title)}
                action={
                  kind.refused ? null : kind.targeted ? (
                    <Link to="/plans">{w.toPlans}</Link>
                  ) : (
                    <Button label={`${w.newImport} · ${say(kind.title)}`} onClick={() => open(`/imports/new/${kind.kind}`)}>
                      {w.newImport}
                    </Button>
                  )
                }
              >
                {say(kind.refused ?? kind.about)} {kind.targeted && !kind.refused ? w.forPlans : null}
              </Notice>
            ))}
          </>
        )}
      </Answer>
    </Section>
  );
}

function Batches() {
  const w = useWords(words);
  const say = useSay();
  const [search] = useAddress();
  const query = useBatches();
  const columns: readonly Column<Batch>[] = [
    { key: 'number', title: w.title, tight: true, render: (row) => <Link to={`/imports/${row.id}`}>{w.batch(row.number)}</Link> },
    { key: 'kind', title: w.kind, render: (row) => say(row.title) },
    { key: 'what', title: w.what, render: (row) => row.targetTitle ?? '' },
    { key: 'file', title: w.file, important: true, render: (row) => row.file.name },
    { key: 'counts', title: w.counts, render: (row) => <Counts batch={row} /> },
    {
      key: 'state',
      title: w.state,
      important: true,
      tight: true,
      render: (row) => <StateWord tone={stateTones[row.state]}>{w.states[row.state]}</StateWord>,
    },
    { key: 'by', title: w.by, render: (row) => say(row.by) },
    { key: 'at', title: w.at, tight: true, render: (row) => row.at },
  ];
  return (
    <Section title={w.backToList}>
      <Answer query={query}>
        {({ rows, total }) => (
          <>
            <DataTable
              caption={w.backToList}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              wrap
              empty={<Empty title={w.none}>{w.noneNext}</Empty>}
            />
            <Pages page={numberIn(search.page)} size={pageSize} total={total} />
          </>
        )}
      </Answer>
    </Section>
  );
}

export function Counts({ batch: { counts } }: { readonly batch: Pick<Batch, 'counts'> }) {
  const w = useWords(words);
  const told = effects.filter((effect) => counts[effect] > 0);
  return <>{told.map((effect) => w.effectCount(w.effects[effect], counts[effect])).join(' · ') || '0'}</>;
}
