// The rows of one group of a form as they are read.
import { unitWord } from '@zhenghe/engine/kernel';
import { type Column, DataTable, Link, Section, useSay, useWords } from '../../ui/index.ts';
import type { Form } from '../shapes.ts';
import { words } from '../words-forms.ts';
import type { Known } from './library.ts';

type Group = Form['groups'][number];
type Row = Group['rows'][number];

export function FormRows({ group, library }: { readonly group: Group; readonly library: Known }) {
  const w = useWords(words);
  const say = useSay();
  const columns: readonly Column<Row>[] = [
    {
      key: 'item',
      title: w.item,
      width: 240,
      render: ({ indicator }) => {
        const known = library.get(indicator);
        return <Link to={`/indicators/${indicator}`}>{known ? say(known.name) : indicator}</Link>;
      },
    },
    { key: 'unit', title: w.unit, important: true, render: ({ indicator }) => say(unitWord(library.get(indicator)?.unit ?? null)) },
    {
      key: 'kind',
      title: w.kind,
      important: true,
      render: ({ indicator, required }) => {
        const formula = library.get(indicator)?.formula ?? null;
        return formula === null ? `${w.filed} · ${required ? w.required : w.optional}` : `${w.computed} · ${formula}`;
      },
    },
    { key: 'calibre', title: w.calibre, render: ({ calibre }) => calibre ?? w.current },
    { key: 'help', title: w.help, render: ({ help }) => (help ? say(help) : '') },
  ];
  return (
    <Section title={say(group.title)} note={String(group.rows.length)}>
      <DataTable
        caption={say(group.title)}
        columns={columns}
        rows={group.rows}
        rowKey={({ indicator, calibre }) => `${indicator}@${calibre ?? ''}`}
        wrap
        empty={null}
      />
    </Section>
  );
}
