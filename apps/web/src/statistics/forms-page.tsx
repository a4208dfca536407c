// The forms there are: who fills each, how often, how much it asks, by when.
import { periodName } from '@zhenghe/engine/kernel';
import { Answer, type Column, DataTable, Empty, Link, Page, useSay, useWords } from '../ui/index.ts';
import { useForms, useIsStaff } from './hooks.ts';
import { StatisticsTabs } from './parts/statistics-tabs.tsx';
import type { FormHead } from './shapes.ts';
import { words } from './words.ts';
import { words as formWords } from './words-forms.ts';

export function formPath(code: string): string {
  return `/statistics/forms/${encodeURIComponent(code)}`;
}

export function FormsPage() {
  const c = useWords(words);
  const w = useWords(formWords);
  const staff = useIsStaff();
  const query = useForms();
  const columns = useColumns();
  return (
    <Page title={c.tabs.forms} answers={w.listAnswers}>
      <StatisticsTabs />
      {staff ? (
        <Answer query={query} rows={8}>
          {(rows) => (
            <DataTable
              caption={c.tabs.forms}
              columns={columns}
              rows={rows}
              rowKey={({ code }) => code}
              wrap
              empty={<Empty title={w.none}>{w.noneNext}</Empty>}
            />
          )}
        </Answer>
      ) : (
        <Empty title={c.notYours}>{c.notYoursNext}</Empty>
      )}
    </Page>
  );
}

function useColumns(): readonly Column<FormHead>[] {
  const c = useWords(words);
  const w = useWords(formWords);
  const say = useSay();
  return [
    {
      key: 'title',
      title: w.title,
      width: 180,
      render: ({ code, title }) => <Link to={formPath(code)}>{say(title)}</Link>,
    },
    { key: 'about', title: w.about, render: ({ about }) => say(about) },
    { key: 'audience', title: w.audience, important: true, render: ({ audience }) => c.audience[audience] },
    { key: 'frequency', title: w.frequency, important: true, render: ({ frequency }) => c.grain[frequency] },
    { key: 'rows', title: w.rows, numeric: true, render: ({ rows }) => rows },
    { key: 'due', title: w.due, important: true, render: (form) => <DueWords form={form} /> },
    { key: 'version', title: w.version, render: ({ version }) => (version === 0 ? w.shipped : version) },
    {
      key: 'opened',
      title: w.opened,
      tight: true,
      render: ({ opened }) => (opened ? say(periodName(opened)) : <span className="missing">{c.notOpened}</span>),
    },
  ];
}

export function DueWords({
  form: { dueDays, levelDays, dueFrom },
}: {
  readonly form: Pick<FormHead, 'dueDays' | 'levelDays' | 'dueFrom'>;
}) {
  const c = useWords(words);
  const w = useWords(formWords);
  return (
    <>
      {w.dueDays(dueDays)} · {w.levelDays(levelDays)} <span className="note">{dueFrom === 'text' ? c.fromText : c.productDefault}</span>
    </>
  );
}
