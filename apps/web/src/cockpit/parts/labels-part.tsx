// What is left out of the count, and every change of label that took a park out of it.
import type { Meter } from '@zhenghe/contract/zones';
import { DataTable, Empty, Link, Section, useWords } from '../../ui/index.ts';
import { terms } from '../../zones/index.ts';
import { words } from '../words.ts';

export function LabelsPart({ meter }: { readonly meter: Meter }) {
  const w = useWords(words);
  const t = useWords(terms);
  return (
    <div className="columns">
      <Section title={w.excluded}>
        <DataTable
          caption={w.excluded}
          rows={meter.excluded}
          rowKey={(row) => row.label}
          empty={<Empty title={w.excludedNone} />}
          columns={[
            { key: 'label', title: w.to, render: (row) => t.label[row.label] },
            { key: 'count', title: w.count, unit: w.unitZones, numeric: true, render: (row) => row.count },
          ]}
        />
      </Section>
      <Section title={w.labelChanges} note={w.labelChangesNote}>
        <DataTable
          caption={w.labelChanges}
          rows={meter.labelChanges}
          rowKey={(row) => `${row.zone} ${row.on}`}
          empty={<Empty title={w.labelChangesNone} />}
          maxHeight="320px"
          brief={5}
          columns={[
            {
              key: 'name',
              title: w.zone,
              render: (row) => <Link to={`/zones/${encodeURIComponent(row.zone)}`}>{row.name}</Link>,
            },
            { key: 'on', title: w.on, render: (row) => row.on, important: true },
            { key: 'from', title: w.from, render: (row) => t.type[row.from] },
            { key: 'to', title: w.to, render: (row) => t.label[row.to], important: true },
            { key: 'paper', title: w.paper, render: (row) => row.paper, important: true },
          ]}
        />
      </Section>
    </div>
  );
}
