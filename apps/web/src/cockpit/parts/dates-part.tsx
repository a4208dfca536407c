// The dates that bind here on this day, provincial beside local, each with its clause.
import type { DayAnswer } from '@zhenghe/contract/cockpit';
import { ClauseLink, DataTable, Empty, Section, StateWord, useSay, useWords } from '../../ui/index.ts';
import { words } from '../words.ts';

export function DatesPart({ dates }: { readonly dates: DayAnswer['dates'] }) {
  const w = useWords(words);
  const say = useSay();
  return (
    <Section title={w.dates} note={w.datesNote}>
      <DataTable
        caption={w.dates}
        rows={dates}
        rowKey={(date) => `${date.clause.pack} ${date.clause.clause} ${date.due} ${date.title.zh}`}
        empty={<Empty title={w.datesNone} />}
        maxHeight="360px"
        columns={[
          { key: 'title', title: w.item, render: (date) => say(date.title) },
          { key: 'due', title: w.dayDue, important: true, render: (date) => date.due },
          {
            key: 'left',
            title: w.left,
            important: true,
            render: (date) =>
              date.days < 0 ? (
                <StateWord tone="warn">{w.daysPast(-date.days)}</StateWord>
              ) : (
                <StateWord tone="info">{w.daysLeft(date.days)}</StateWord>
              ),
          },
          { key: 'clause', title: w.clause, important: true, render: (date) => <ClauseLink citation={date.clause} /> },
        ]}
      />
    </Section>
  );
}
