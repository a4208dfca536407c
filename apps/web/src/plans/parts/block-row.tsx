// One block of land: the park it came from, its area before and after, and the change; its place is edited on demand.
import { type Cell, type DecimalText, isMissing } from '@zhenghe/engine/kernel';
import type { Plan, PlanBlock } from '@zhenghe/engine/plans';
import { type Dispatch, memo, useMemo } from 'react';
import { CommentHere } from '../../consultation/index.ts';
import { Button, MissingText, useWords } from '../../ui/index.ts';
import { growthOf, signed } from '../annex.ts';
import type { CellRef } from '../cells.ts';
import type { Edit, Unread } from '../edit.ts';
import type { Mark } from '../marks.ts';
import { words } from '../words.ts';
import { CellInput } from './cell-input.tsx';

interface BlockRowProps {
  readonly block: PlanBlock;
  readonly park: string;
  readonly markBefore: Mark | undefined;
  readonly markAfter: Mark | undefined;
  readonly unreadBefore: Unread | undefined;
  readonly unreadAfter: Unread | undefined;
  readonly readOnly: boolean;
  readonly dispatch: Dispatch<Edit>;
  /** The plan whose parks and parts may be chosen; null while the row is only read. */
  readonly choices: Plan | null;
  readonly onEdit: (code: string | null) => void;
}

export const BlockRow = memo(function BlockRow(props: BlockRowProps) {
  const { block, readOnly, dispatch, onEdit } = props;
  const w = useWords(words).editor;
  const before = useCell(block.code, 'areaBefore');
  const after = useCell(block.code, 'areaAfter');
  if (props.choices) return <BlockForm block={block} plan={props.choices} dispatch={dispatch} onDone={() => onEdit(null)} />;
  return (
    <tr data-row={`blocks/${block.code}`}>
      <th scope="row">
        {block.name}
        {props.park === block.name ? null : <span className="note"> {props.park}</span>}
        <CommentHere table="blocks" row={block.code} name={block.name} />
        {readOnly ? null : (
          <button
            type="button"
            className="row-edit"
            tabIndex={-1}
            aria-label={`${w.edit} ${block.name}`}
            title={w.edit}
            onClick={() => onEdit(block.code)}
          >
            ✎
          </button>
        )}
      </th>
      <td className="numeric" data-label={w.before}>
        <CellInput
          cell={before}
          value={block.areaBefore}
          label={w.cell(block.name, w.before)}
          mark={props.markBefore}
          unread={props.unreadBefore}
          dispatch={dispatch}
        />
      </td>
      <td className="numeric" data-label={w.after}>
        <CellInput
          cell={after}
          value={block.areaAfter}
          label={w.cell(block.name, w.after)}
          mark={props.markAfter}
          unread={props.unreadAfter}
          dispatch={dispatch}
        />
      </td>
      <td className="numeric" data-label={w.change}>
        <ChangeText change={growthOf(block)} />
      </td>
      <td colSpan={2} />
    </tr>
  );
});

function useCell(row: string, field: string): CellRef {
  return useMemo(() => ({ table: 'blocks', row, field }) as const, [row, field]);
}

export function ChangeText({ change }: { readonly change: Cell<DecimalText> }) {
  return isMissing(change) ? <MissingText reason={change.missing} /> : <span className="number">{signed(change)}</span>;
}

interface BlockFormProps {
  readonly block: PlanBlock;
  readonly plan: Plan;
  readonly dispatch: Dispatch<Edit>;
  readonly onDone: () => void;
}

function BlockForm({ block, plan, dispatch, onDone }: BlockFormProps) {
  const w = useWords(words);
  const change = (patch: Partial<PlanBlock>) => dispatch({ kind: 'row', edit: { of: 'block', code: block.code, patch } });
  return (
    <tr className="editing">
      <th scope="row">
        <input aria-label={w.fields.name} value={block.name} onChange={(event) => change({ name: event.currentTarget.value })} />
      </th>
      <td colSpan={5}>
        <Pick label={w.fields.park} value={block.park} choices={plan.parks} onChange={(park) => change({ park })} />
        <Pick label={w.fields.part} value={block.part} choices={plan.parts} onChange={(part) => change({ part })} />
        <Button small onClick={onDone}>
          {w.editor.keep}
        </Button>
        <Button
          small
          kind="danger"
          onClick={() => {
            dispatch({ kind: 'row', edit: { of: 'remove', table: 'blocks', row: block.code } });
            onDone();
          }}
        >
          {w.editor.remove}
        </Button>
      </td>
    </tr>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly code: string; readonly name: string }[];
  readonly onChange: (code: string) => void;
}

export function Pick({ label, value, choices, onChange }: PickProps) {
  return (
    <label className="pick">
      {label}{' '}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {choices.some((choice) => choice.code === value) ? null : <option value={value}>{value || '—'}</option>}
        {choices.map((choice) => (
          <option key={choice.code} value={choice.code}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  );
}
