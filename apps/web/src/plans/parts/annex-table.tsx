// Annex 1 before and after: zones, parts, blocks, with sums worked out live beside the sums the paper prints (S1-附件1).
import { useMemo, useState } from 'react';
import { Button, Empty, useWords } from '../../ui/index.ts';
import { type Annex, annexOf, type ZoneGroup } from '../annex.ts';
import type { CellRef } from '../cells.ts';
import { useDesk } from '../desk.ts';
import { freeCode } from '../rows.ts';
import { words } from '../words.ts';
import { BlockRow } from './block-row.tsx';
import { NewRow } from './new-row.tsx';
import { NewSum } from './new-sum.tsx';
import { SumRow } from './sum-row.tsx';
import { useSheet } from './use-sheet.ts';

interface Editing {
  /** The code of the block whose name and place are being edited. */
  readonly editing: string | null;
  readonly onEdit: (code: string | null) => void;
}

export function AnnexTable() {
  const { state, readOnly } = useDesk();
  const w = useWords(words).editor;
  const annex = useMemo(() => annexOf(state.plan), [state.plan]);
  const [editing, onEdit] = useState<string | null>(null);
  const sheet = useSheet(useMemo(() => sheetRows(annex), [annex]));
  const none = state.plan.blocks.length === 0 ? <Empty title={w.noBlocks}>{w.noBlocksNext}</Empty> : null;
  if (none && readOnly) return none;
  return (
    <>
      <p className="note">
        {readOnly ? w.perUnitRead : w.perUnit}
        {readOnly ? null : <span className="keys-hint"> · {w.keys}</span>}
      </p>
      {none}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and pasted blocks of the inputs inside bubble up to here */}
      <div
        className="sheet-box"
        onKeyDown={(event) => {
          const row = event.key === 'F2' && !readOnly ? blockRowOf(event.target) : null;
          if (row) onEdit(row);
          else sheet.onKeyDown(event);
        }}
        onPaste={sheet.onPaste}
      >
        <table className="sheet annex">
          <caption className="visually-hidden">{w.tabs.annex}</caption>
          <AnnexHead />
          {annex.zones.map((zone) => (
            <Zone key={zone.zone.code} group={zone} editing={editing} onEdit={onEdit} />
          ))}
          <Strays annex={annex} editing={editing} onEdit={onEdit} />
          <Totals annex={annex} />
        </table>
      </div>
      {readOnly ? null : <Additions onEdit={onEdit} />}
      {editing ? <Button onClick={() => onEdit(null)}>{w.cancel}</Button> : null}
    </>
  );
}

/** A new block opens at once, so that its park and its part are chosen, not guessed. */
function Additions({ onEdit }: Pick<Editing, 'onEdit'>) {
  const { state, dispatch } = useDesk();
  const w = useWords(words).editor;
  const add = (name: string) => {
    dispatch({ kind: 'row', edit: { of: 'add', table: 'blocks', name } });
    onEdit(freeCode('b', state.plan.blocks));
  };
  return (
    <>
      <NewRow label={w.addBlock} onAdd={add} />
      <NewSum />
    </>
  );
}

function AnnexHead() {
  const w = useWords(words).editor;
  const columns = [w.before, w.after, w.change, w.declaredBefore, w.declaredAfter];
  return (
    <thead>
      <tr>
        <th>{w.block}</th>
        {columns.map((title) => (
          <th key={title} className="numeric">
            {title} <span className="unit">km²</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Zone({ group, editing, onEdit }: Editing & { readonly group: ZoneGroup }) {
  const w = useWords(words).editor;
  const parts = group.parts.map(({ part }) => part.code);
  return (
    <tbody>
      {/* The sum of a zone with one part is the part's. */}
      <SumRow kind="zone" label={group.zone.name} parts={parts.length > 1 ? parts : null} sums={group.sums} declared={group.declared} />
      {group.parts.flatMap(({ part, sums, declared, blocks }) => [
        <SumRow
          key={`part-${part.code}`}
          kind="part"
          label={part.name}
          note={w.partKind[part.kind]}
          parts={[part.code]}
          sums={sums}
          declared={declared}
        />,
        ...blocks.map((block) => <Block key={block.code} code={block.code} editing={editing} onEdit={onEdit} />),
      ])}
    </tbody>
  );
}

function Strays({ annex, editing, onEdit }: Editing & { readonly annex: Annex }) {
  const w = useWords(words).editor;
  if (annex.stray.length === 0) return null;
  return (
    <tbody>
      <tr className="group">
        <th colSpan={6}>{w.stray}</th>
      </tr>
      {annex.stray.map((block) => (
        <Block key={block.code} code={block.code} editing={editing} onEdit={onEdit} />
      ))}
    </tbody>
  );
}

function Totals({ annex }: { readonly annex: Annex }) {
  const { state } = useDesk();
  const w = useWords(words).editor;
  return (
    <tfoot>
      {annex.others.map((sum) => (
        <SumRow
          key={sum.key}
          kind="other"
          label={sum.label}
          note={partNames(state.plan.parts, sum.parts)}
          parts={sum.parts}
          sums={sum.sums}
          declared={sum.declared}
        />
      ))}
      <SumRow kind="total" label={w.total} parts={[]} sums={annex.total} declared={annex.totalDeclared} />
    </tfoot>
  );
}

/** Gives a block's row only what is its own, so that typing in one row does not draw the others again. */
function Block({ code, editing, onEdit }: Editing & { readonly code: string }) {
  const { state, marks, dispatch, readOnly } = useDesk();
  const block = state.plan.blocks.find((one) => one.code === code);
  if (!block) return null;
  return (
    <BlockRow
      block={block}
      park={state.plan.parks.find((park) => park.code === block.park)?.name ?? block.park}
      markBefore={marks.get(`blocks/${code}/areaBefore`)}
      markAfter={marks.get(`blocks/${code}/areaAfter`)}
      unreadBefore={state.unread[`blocks/${code}/areaBefore`]}
      unreadAfter={state.unread[`blocks/${code}/areaAfter`]}
      readOnly={readOnly}
      dispatch={dispatch}
      choices={editing === code ? state.plan : null}
      onEdit={onEdit}
    />
  );
}

function blockRowOf(target: EventTarget): string | null {
  const row = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row^="blocks/"]') : null;
  return row?.dataset.row?.slice('blocks/'.length) ?? null;
}

function sheetRows(annex: Annex): readonly (readonly CellRef[])[] {
  const blocks = [...annex.zones.flatMap((zone) => zone.parts.flatMap((group) => group.blocks)), ...annex.stray];
  return blocks.map((block) => [
    { table: 'blocks', row: block.code, field: 'areaBefore' },
    { table: 'blocks', row: block.code, field: 'areaAfter' },
  ]);
}

function partNames(parts: readonly { readonly code: string; readonly name: string }[], codes: readonly string[]): string {
  return codes.map((code) => parts.find((part) => part.code === code)?.name ?? code).join(' + ');
}
