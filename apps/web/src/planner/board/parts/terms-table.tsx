// What the cost is made of: each term in its natural unit, as cost, and against the solved plan.
import { DataTable, Section, useWords } from '../../../ui/index.ts';
import { change, figure, termPlaces } from '../../figures.ts';
import { words } from '../../words-board.ts';
import { type Proposal, termRows, tidy } from '../proposal.ts';

interface TermsTableProps {
  readonly proposal: Proposal;
  readonly baseline: Proposal | null;
}

interface Row {
  readonly code: string;
  readonly title: string;
  readonly natural: string;
  readonly cost: number;
  readonly change: number | null;
}

export function TermsTable({ proposal, baseline }: TermsTableProps) {
  const w = useWords(words);
  const terms = termRows(proposal.terms, baseline?.terms ?? null).map(
    ({ code, natural, ...row }): Row => ({
      ...{ ...row, code, title: w.termNames[code] },
      natural: natural === null ? w.unknown : `${figure(natural, termPlaces[code])} ${w.termUnits[code]}`,
    }),
  );
  const sum: Row = {
    ...{ code: 'sum', title: w.sum, natural: '', cost: proposal.cost },
    change: baseline ? tidy(proposal.cost - baseline.cost) : null,
  };
  return (
    <Section title={w.terms}>
      <DataTable
        caption={w.terms}
        rows={[...terms, sum]}
        rowKey={(row) => row.code}
        empty={null}
        wrap
        rowTone={(row) => (row.change !== null && row.change > 0 ? 'warn' : undefined)}
        columns={[
          { key: 'title', title: w.term, render: (row) => row.title },
          { key: 'natural', title: w.natural, numeric: true, important: true, render: (row) => row.natural },
          { key: 'cost', title: w.termCost, unit: w.costUnit, numeric: true, important: true, render: (row) => figure(row.cost) },
          {
            key: 'change',
            title: w.termChange,
            numeric: true,
            important: true,
            render: (row) => (row.change === null || row.change === 0 ? '–' : change(row.change)),
          },
        ]}
      />
    </Section>
  );
}
