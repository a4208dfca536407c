// The parts of the zones and who runs them: by the committee, or entrusted to townships, never by a body of a 片区's own
// (S2-(三), S1-三(二)); below, the townships and whether a zone hosts them (F09).
import { type PlanPart, partKinds } from '@zhenghe/engine/plans';
import { CommentHere } from '../../consultation/index.ts';
import { useWords } from '../../ui/index.ts';
import { useDesk } from '../desk.ts';
import { words } from '../words.ts';
import { Pick } from './block-row.tsx';
import { Marked } from './marked.tsx';
import { NewRow } from './new-row.tsx';
import { RemoveButton } from './remove-button.tsx';
import { LinesField, PickField, TextField, YesNo } from './small-fields.tsx';
import { TownshipsTable } from './townships-table.tsx';

export function PartsTable() {
  const { state, dispatch, readOnly } = useDesk();
  const w = useWords(words);
  const add = (name: string) => dispatch({ kind: 'row', edit: { of: 'add', table: 'parts', name } });
  return (
    <>
      <div className="sheet-box">
        <table className="sheet">
          <caption className="visually-hidden">{w.editor.tabs.parts}</caption>
          <thead>
            <tr>
              <th>{w.editor.part}</th>
              <th>{w.editor.zone}</th>
              <th>{w.fields.kind}</th>
              <th>{w.editor.managedBy}</th>
              <th>{w.editor.entrustedTo}</th>
              <th>{w.editor.keepsBody}</th>
              {readOnly ? null : <th aria-label={w.editor.remove} />}
            </tr>
          </thead>
          <tbody>
            {state.plan.parts.map((part) => (
              <PartRow key={part.code} part={part} />
            ))}
          </tbody>
        </table>
      </div>
      {readOnly ? null : <NewRow label={w.editor.addPart} onAdd={add} />}
      <TownshipsTable />
    </>
  );
}

function PartRow({ part }: { readonly part: PlanPart }) {
  const { state, dispatch, readOnly } = useDesk();
  const w = useWords(words);
  const change = (patch: Partial<PlanPart>) => dispatch({ kind: 'row', edit: { of: 'part', code: part.code, patch } });
  const managers = (['committee', 'township'] as const).map((value) => ({ value, label: w.editor.managers[value] }));
  const zone = state.plan.zones.find((one) => one.code === part.zone);
  return (
    <tr data-row={`parts/${part.code}`}>
      <th scope="row">
        <TextField label={w.editor.part} value={part.name} required onChange={(name) => change({ name })} />
        <CommentHere table="parts" row={part.code} name={part.name} />
      </th>
      <td>
        {readOnly ? (
          (zone?.name ?? part.zone)
        ) : (
          <Pick label="" value={part.zone} choices={state.plan.zones} onChange={(code) => change({ zone: code })} />
        )}
      </td>
      <td>
        <PickField
          label={w.fields.kind}
          value={part.kind}
          choices={partKinds.map((value) => ({ value, label: w.editor.partKind[value] }))}
          onChange={(kind) => change({ kind })}
        />
      </td>
      <td>
        <Marked table="parts" row={part.code} field="managedBy">
          <PickField label={w.editor.managedBy} value={part.managedBy} choices={managers} onChange={(managedBy) => change({ managedBy })} />
        </Marked>
      </td>
      <td>
        {part.managedBy === 'township' ? (
          <LinesField label={w.editor.entrustedTo} lines={part.entrustedTo} onChange={(entrustedTo) => change({ entrustedTo })} />
        ) : null}
      </td>
      <td>
        <Marked table="parts" row={part.code} field="keepsBody">
          <YesNo label={w.editor.keepsBody} value={part.keepsBody} open onChange={(keepsBody) => change({ keepsBody })} />
        </Marked>
      </td>
      {readOnly ? null : (
        <td>
          <RemoveButton table="parts" row={part.code} name={part.name} />
        </td>
      )}
    </tr>
  );
}
