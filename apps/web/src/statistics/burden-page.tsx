// What each kind of unit is asked in a year, how much of it is held already, and what is asked twice (F34).
import { useView } from '../shell/index.ts';
import { Answer, type Column, DataTable, Empty, Figure, FigureRow, Link, Page, Section, useSay, useWords } from '../ui/index.ts';
import { formPath } from './forms-page.tsx';
import { useBurden, useIsStaff } from './hooks.ts';
import { StatisticsTabs } from './parts/statistics-tabs.tsx';
import type { Burden } from './shapes.ts';
import { words } from './words.ts';
import { words as formWords } from './words-forms.ts';

export function BurdenPage() {
  const c = useWords(words);
  const w = useWords(formWords).burden;
  const staff = useIsStaff();
  const query = useBurden();
  return (
    <Page title={c.tabs.burden} answers={w.answers}>
      <StatisticsTabs />
      {staff ? (
        <Answer query={query} rows={10}>
          {(burden) =>
            burden.forms.length === 0 ? (
              <Empty title={w.none} />
            ) : (
              <>
                <Audiences audiences={burden.audiences} />
                <ByForm forms={burden.forms} />
                <Twice twice={burden.twice} />
              </>
            )
          }
        </Answer>
      ) : (
        <Empty title={c.notYours}>{c.notYoursNext}</Empty>
      )}
    </Page>
  );
}

function Audiences({ audiences }: Pick<Burden, 'audiences'>) {
  const c = useWords(words);
  const w = useWords(formWords).burden;
  const { on } = useView();
  return (
    <FigureRow>
      {audiences.map(({ audience, units, cells, held }) => (
        <Figure
          key={audience}
          label={`${c.audience[audience]} · ${units} ${w.unitsWord}`}
          value={cells}
          unit={w.cells}
          note={w.perUnit(held)}
          source={{ meaning: w.audienceMeaning, source: w.source, on }}
        />
      ))}
    </FigureRow>
  );
}

type FormBurden = Burden['forms'][number];

function ByForm({ forms }: Pick<Burden, 'forms'>) {
  const c = useWords(words);
  const f = useWords(formWords);
  const w = f.burden;
  const say = useSay();
  const columns: readonly Column<FormBurden>[] = [
    { key: 'title', title: f.title, width: 240, render: ({ code, title }) => <Link to={formPath(code)}>{say(title)}</Link> },
    { key: 'audience', title: f.audience, render: ({ audience }) => c.audience[audience] },
    { key: 'units', title: w.units, numeric: true, render: ({ units }) => units },
    { key: 'perYear', title: w.perYear, numeric: true, important: true, render: ({ perYear }) => perYear },
    { key: 'typed', title: w.formTypedYear, numeric: true, important: true, render: ({ filled, perYear }) => filled * perYear },
    { key: 'held', title: w.formHeldYear, numeric: true, important: true, render: ({ prefilled, perYear }) => prefilled * perYear },
  ];
  return (
    <Section title={w.byForm}>
      <DataTable caption={w.byForm} columns={columns} rows={forms} rowKey={({ code }) => code} empty={null} />
    </Section>
  );
}

type TwiceRow = Burden['twice'][number];

function Twice({ twice }: Pick<Burden, 'twice'>) {
  const c = useWords(words);
  const f = useWords(formWords);
  const w = f.burden;
  const say = useSay();
  const columns: readonly Column<TwiceRow>[] = [
    { key: 'name', title: f.item, width: 200, render: ({ name, indicator }) => <Link to={`/indicators/${indicator}`}>{say(name)}</Link> },
    { key: 'how', title: w.howTitle, important: true, render: ({ how }) => w.how[how] },
    {
      key: 'asked',
      title: w.asked,
      important: true,
      render: ({ asked }) => asked.map(({ title, frequency }) => `${say(title)} (${c.grain[frequency]})`).join(' · '),
    },
    { key: 'advice', title: w.advice, important: true, render: ({ advice }) => say(advice) },
  ];
  return (
    <Section title={w.twice} note={String(twice.length)}>
      <DataTable
        caption={w.twice}
        columns={columns}
        rows={twice}
        rowKey={({ indicator, how }) => `${indicator}/${how}`}
        wrap
        empty={<p>{w.twiceNone}</p>}
      />
    </Section>
  );
}
