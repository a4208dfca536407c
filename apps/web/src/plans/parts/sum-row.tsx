// A sum of the annex: worked out from its blocks, and beside it the figure the paper prints, which can be edited.
import { Decimal, isMissing } from '@zhenghe/engine/kernel';
import type { DeclaredSum } from '@zhenghe/engine/plans';
import { MissingText, StateWord, useWords } from '../../ui/index.ts';
import { type AreaColumn, agrees, type DeclaredPair, growthOf, type SumPair, signed } from '../annex.ts';
import { useDesk } from '../desk.ts';
import { words } from '../words.ts';
import { ChangeText } from './block-row.tsx';
import { CellInput } from './cell-input.tsx';

interface SumRowProps {
  readonly kind: 'zone' | 'part' | 'other' | 'total';
  readonly label: string;
  readonly note?: string;
  /** The parts it adds up, none for the whole plan; null where no printed sum can stand. */
  readonly parts: readonly string[] | null;
  readonly sums: SumPair;
  readonly declared: DeclaredPair;
}

export function SumRow({ kind, label, note, parts, sums, declared }: SumRowProps) {
  const w = useWords(words).editor;
  return (
    <tr className={`sum ${kind}`}>
      <th scope="row">
        {label} {note && note !== label ? <span className="note">{note}</span> : null}
      </th>
      <Computed sums={sums} column="areaBefore" declared={declared} />
      <Computed sums={sums} column="areaAfter" declared={declared} />
      <td className="numeric" data-label={w.change}>
        <ChangeText change={growthOf(sums)} />
      </td>
      <Declared column="areaBefore" declared={declared} sums={sums} label={label} parts={parts} />
      <Declared column="areaAfter" declared={declared} sums={sums} label={label} parts={parts} />
    </tr>
  );
}

interface PairProps {
  readonly sums: SumPair;
  readonly declared: DeclaredPair;
  readonly column: AreaColumn;
}

function Computed({ sums, column, declared }: PairProps) {
  const w = useWords(words).editor;
  const value = sums[column];
  const fits = agrees(value, declared[column]);
  return (
    <td
      className={`numeric ${fits === false ? 'differs' : ''}`}
      data-sum={declared[column]?.code}
      data-label={column === 'areaBefore' ? w.before : w.after}
    >
      {isMissing(value) ? <MissingText reason={value.missing} /> : <b className="number">{value}</b>}
    </td>
  );
}

function Declared({ sums, column, declared, label: name, parts }: PairProps & Pick<SumRowProps, 'label' | 'parts'>) {
  const { state, marks, readOnly, dispatch } = useDesk();
  const w = useWords(words).editor;
  const sum = declared[column];
  const title = column === 'areaBefore' ? w.declaredBefore : w.declaredAfter;
  if (!sum)
    return (
      <td className="numeric declared">{readOnly || parts === null ? null : <AddSum label={name} column={column} parts={parts} />}</td>
    );
  const key = `sums/${sum.code}/value`;
  const label = `${w.cell(sum.label, column === 'areaBefore' ? w.before : w.after)} · ${w.declared}`;
  return (
    <td className="numeric declared" data-label={title}>
      <CellInput
        cell={{ table: 'sums', row: sum.code, field: 'value' }}
        value={sum.value}
        label={label}
        mark={marks.get(key)}
        unread={state.unread[key]}
        dispatch={dispatch}
      />
      <Verdict sums={sums} column={column} sum={sum} />
      {readOnly ? null : (
        <button
          type="button"
          className="row-edit"
          aria-label={`${w.removeSum} ${label}`}
          title={w.removeSum}
          onClick={() => dispatch({ kind: 'row', edit: { of: 'remove', table: 'sums', row: sum.code } })}
        >
          ×
        </button>
      )}
    </td>
  );
}

/** Where the paper prints no sum, one can be set beside the worked-out figure. */
function AddSum({ label, column, parts }: { readonly label: string; readonly column: AreaColumn; readonly parts: readonly string[] }) {
  const { dispatch } = useDesk();
  const w = useWords(words).editor;
  const name = `${w.addSum} ${label} ${column === 'areaBefore' ? w.before : w.after}`;
  return (
    <button
      type="button"
      className="row-edit add-sum"
      aria-label={name}
      title={name}
      onClick={() => dispatch({ kind: 'row', edit: { of: 'sum', label, column, parts } })}
    >
      +
    </button>
  );
}

function Verdict({ sums, column, sum }: { readonly sums: SumPair; readonly column: AreaColumn; readonly sum: DeclaredSum }) {
  const w = useWords(words).editor;
  const computed = sums[column];
  const fits = agrees(computed, sum);
  if (fits === null || isMissing(computed) || isMissing(sum.value)) return null;
  if (fits) return <StateWord tone="good">{w.agrees}</StateWord>;
  return <StateWord tone="bad">{w.differs(signed(new Decimal(computed).minus(sum.value).toFixed()))}</StateWord>;
}
