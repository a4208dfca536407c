// Cost by term in natural units, for one plan or for several beside each other.
import type { Term, TermCode } from '@zhenghe/engine/planner';
import { termCodes } from '@zhenghe/engine/planner';
import { type Column, DataTable, MissingText, useWords } from '../../ui/index.ts';
import { change, figure, termPlaces } from '../figures.ts';
import { words as boardWords } from '../words-board.ts';
import { frontierWords } from '../words-frontier.ts';

export interface TermColumn {
  readonly title: string;
  readonly terms: readonly Term[];
  readonly cost: number;
}

type Row = { readonly code: TermCode | 'total' };

/** With two columns the difference of the second to the first stands at the end. */
export function TermTable({ columns }: { readonly columns: readonly TermColumn[] }) {
  const [b, w] = [useWords(boardWords), useWords(frontierWords)];
  const rows: readonly Row[] = [...termCodes.map((code) => ({ code })), { code: 'total' }];
  const nameOf = (code: Row['code']) => (code === 'total' ? b.sum : b.termNames[code]);
  // A phone shows three: costs beside each other with their difference, or what one plan has and costs.
  const alone = columns.length === 1;
  const own = columns.flatMap((column, index): Column<Row>[] => [
    {
      ...{ key: `n${index}`, title: alone ? w.quantity : `${column.title} · ${w.quantity}`, numeric: true, important: alone },
      render: ({ code }) => (code === 'total' ? '' : <Natural term={termOf(column, code)} />),
    },
    {
      ...{
        key: `c${index}`,
        title: alone ? b.termCost : `${column.title} · ${b.termCost}`,
        unit: b.costUnit,
        numeric: true,
        important: true,
      },
      render: ({ code }) => figure(costOf(column, code)),
    },
  ]);
  const [first, second] = columns;
  const difference: Column<Row>[] =
    first && second
      ? [
          {
            key: 'd',
            title: w.difference,
            numeric: true,
            important: true,
            render: ({ code }) => change(costOf(second, code) - costOf(first, code)),
          },
        ]
      : [];
  return (
    <DataTable
      caption={b.terms}
      columns={[{ key: 'name', title: b.term, render: ({ code }) => nameOf(code) }, ...own, ...difference]}
      rows={rows}
      rowKey={({ code }) => code}
      empty={null}
    />
  );
}

function termOf({ terms }: TermColumn, code: TermCode): Term | undefined {
  return terms.find((term) => term.code === code);
}

function costOf(column: TermColumn, code: Row['code']): number {
  return code === 'total' ? column.cost : (termOf(column, code)?.cost ?? 0);
}

function Natural({ term }: { readonly term: Term | undefined }) {
  const { termUnits } = useWords(boardWords);
  return !term || term.natural === null ? <MissingText /> : `${figure(term.natural, termPlaces[term.code])} ${termUnits[term.code]}`;
}
