// What normalising had to say, each with its place: what is to mend first, what was put in order last.
import { Button, type Column, DataTable, grouped, Section, StateWord, type Tone, useSay, useWords } from '../../ui/index.ts';
import type { ShapeFinding } from '../shapes.ts';
import { words } from '../words-upload.ts';

const tones: Readonly<Record<ShapeFinding['standing'], Tone>> = { mend: 'bad', warning: 'warn', repaired: 'quiet' };
const units = { m2: 'm²', m: 'm' } as const;

interface ShapeFindingsProps {
  /** Sorted as the map numbers them. */
  readonly findings: readonly ShapeFinding[];
  readonly onShow: (finding: ShapeFinding) => void;
}

export function ShapeFindings({ findings, onShow }: ShapeFindingsProps) {
  const w = useWords(words);
  const say = useSay();
  const columns: readonly Column<ShapeFinding>[] = [
    { key: 'number', title: w.number, tight: true, render: (row) => findings.indexOf(row) + 1 },
    {
      key: 'standing',
      title: w.standing,
      tight: true,
      render: (row) => <StateWord tone={tones[row.standing]}>{w.standings[row.standing]}</StateWord>,
    },
    { key: 'kind', title: w.kind, tight: true, render: (row) => w.kinds[row.kind] },
    { key: 'said', title: w.said, important: true, width: 280, render: (row) => say(row.message) },
    {
      key: 'size',
      title: w.measuredSize,
      numeric: true,
      important: true,
      render: (row) => (row.measured ? `${grouped(row.measured.value)} ${units[row.measured.unit]}` : '—'),
    },
    {
      key: 'show',
      title: w.showOnMap,
      important: true,
      render: (row) => (
        <Button small onClick={() => onShow(row)}>
          {w.showOnMap}
        </Button>
      ),
    },
  ];
  const repaired = findings.some(({ standing }) => standing === 'repaired');
  return (
    <Section title={w.findingsTitle} note={repaired ? w.repairedNote : undefined}>
      <DataTable
        caption={w.findingsTitle}
        columns={columns}
        rows={findings}
        rowKey={(row) => String(findings.indexOf(row))}
        rowTone={(row) => (row.standing === 'mend' ? 'bad' : row.standing === 'warning' ? 'warn' : undefined)}
        wrap={findings.length <= 50}
        maxHeight="50vh"
        empty={<StateWord tone="good">{w.noFindings}</StateWord>}
      />
    </Section>
  );
}
