// Annex 1 before and after: zones, parts, blocks, with sums worked out live beside the sums the paper prints (S1-附件1).
import { useMemo, useState } from 'react';
import { Button, Empty, useWords } from '../../ui/index.ts';
import { type Annex, annexOf } from '../annex.ts';
import type { CellRef } from '../cells.ts';
import { useDesk } from '../desk.ts';
import { words } from '../words.ts';
import { BlockRow } from './block-row.tsx';
import { NewRow } from './new-row.tsx';
import { SumRow } from './sum-row.tsx';
import { useSheet } from './use-sheet.ts';

export function AnnexTable() {
  const { state, dispatch, readOnly } = useDesk();
  const w = useWords(words).editor;
  const annex = useMemo(() => annexOf(state.plan), [state.plan]);
  const [editing, setEditing] = useState<string | null>(null);
  const sheet = useSheet(useMemo(() => sheetRows(annex), [annex]));
  if (state.plan.blocks.length === 0 && readOnly) return <Empty title={w.noBlocks}>{w.noBlocksNext}</Empty>;
  return (
    <>
      <p className="note">
        {w.perUnit} · {w.keys}
      </p>
      {state.plan.blocks.length === 0 ? <Empty title={w.noBlocks}>{w.noBlocksNext}</Empty> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and pasted blocks of the inputs inside bubble up to here */}
      <div
        className="sheet-box"
        onKeyDown={(event) => {
          const row = event.key === 'F2' && !readOnly ? blockRowOf(event.target) : null;
          if (row) setEditing(row);
          else sheet.onKeyDown(event);
        }}
        onPaste={sheet.onPaste}
      >
        <table className="sheet">
          <caption className="visually-hidden">{w.tabs.annex}</caption>
          <AnnexHead />
          {annex.zones.map((zone) => (
            <tbody key={zone.zone.code}>
              <SumRow kind="zone" label={zone.zone.name} sums={zone.sums} declared={zone.declared} />
              {zone.parts.flatMap((group) => [
                <SumRow
                  key={`part-${group.part.code}`}
                  kind="part"
                  label={group.part.name}
                  note={w.partKind[group.part.kind]}
                  sums={group.sums}
                  declared={group.declared}
                />,
                ...group.blocks.map((block) => (
                  <Block key={block.code} code={block.code} editing={editing === block.code} onEdit={setEditing} />
                )),
              ])}
            </tbody>
          ))}
          <tbody>
            {annex.stray.length > 0 ? (
              <tr className="group">
                <th colSpan={6}>{w.stray}</th>
              </tr>
            ) : null}
            {annex.stray.map((block) => (
              <Block key={block.code} code={block.code} editing={editing === block.code} onEdit={setEditing} />
            ))}
          </tbody>
          <tfoot>
            {annex.others.map((sum) => (
              <SumRow
                key={sum.key}
                kind="other"
                label={sum.label}
                note={partNames(state.plan.parts, sum.parts)}
                sums={sum.sums}
                declared={sum.declared}
              />
            ))}
            <SumRow kind="total" label={w.total} sums={annex.total} declared={annex.totalDeclared} />
          </tfoot>
        </table>
      </div>
      {readOnly ? null : (
        <NewRow label={w.addBlock} onAdd={(name) => dispatch({ kind: 'row', edit: { of: 'add', table: 'blocks', name } })} />
      )}
      {editing ? <Button onClick={() => setEditing(null)}>{w.cancel}</Button> : null}
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

interface BlockProps {
  readonly code: string;
  readonly editing: boolean;
  readonly onEdit: (code: string | null) => void;
}

/** Gives a block's row only what is its own, so that typing in one row does not draw the others again. */
function Block({ code, editing, onEdit }: BlockProps) {
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
      choices={editing ? state.plan : null}
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
