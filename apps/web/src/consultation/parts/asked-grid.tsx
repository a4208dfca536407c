// The grid of an internal round: every asked unit with its standing, its stance and how much it said (F106).
import { type Column, DataTable, Section, StateWord, type Tone, useSay, useWords } from '../../ui/index.ts';
import type { AskedUnit, RoundDetail } from '../shapes.ts';
import { words } from '../words.ts';
import { words as deskWords } from '../words-desk.ts';

const tones: Readonly<Record<AskedUnit['standing'], Tone>> = { waiting: 'info', late: 'bad', given: 'good', silent: 'quiet' };

export function AskedGrid({ round }: { readonly round: RoundDetail }) {
  const w = useWords(words);
  const d = useWords(deskWords);
  const say = useSay();
  const columns: readonly Column<AskedUnit>[] = [
    { key: 'unit', title: d.unit, render: ({ unit }) => say(unit.name) },
    {
      key: 'standing',
      title: d.unitStanding,
      important: true,
      render: ({ standing }) => <StateWord tone={tones[standing]}>{d.standings[standing]}</StateWord>,
    },
    { key: 'stance', title: d.stance, important: true, render: ({ stance }) => (stance ? w.stances[stance] : '—') },
    { key: 'comments', title: d.comments, numeric: true, important: true, render: ({ comments }) => comments },
    { key: 'on', title: d.on, tight: true, render: ({ on }) => on ?? '—' },
  ];
  return (
    <Section title={d.grid} note={d.gridNote(round.answered, round.asked)}>
      <DataTable caption={d.grid} columns={columns} rows={round.units} rowKey={({ unit }) => unit.id} empty={null} />
    </Section>
  );
}
