// The parts of the zones and who runs them: by the committee, or entrusted to townships, never by a body of a 片区's own
// (S2-(三), S1-三(二)); below, the townships and whether a zone hosts them (F09).
import { type PlanPart, type PlanTownship, partKinds } from '@zhenghe/engine/plans';
import { useWords } from '../../ui/index.ts';
import { useDesk } from '../desk.ts';
import { words } from '../words.ts';
import { Pick } from './block-row.tsx';
import { CellInput } from './cell-input.tsx';
import { Marked } from './marked.tsx';
import { NewRow } from './new-row.tsx';
import { RemoveButton } from './remove-button.tsx';
import { LinesField, PickField, TextField, YesNo } from './small-fields.tsx';

export function PartsTable() {
  const { state, dispatch, readOnly } = useDesk();
  const w = useWords(words);
  const add = (table: 'parts' | 'townships') => (name: string) => dispatch({ kind: 'row', edit: { of: 'add', table, name } });
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
      {readOnly ? null : <NewRow label={w.editor.addPart} onAdd={add('parts')} />}
      <h3>{w.editor.townships}</h3>
      <div className="sheet-box">
        <table className="sheet">
          <caption className="visually-hidden">{w.editor.townships}</caption>
          <thead>
            <tr>
              <th>{w.editor.township}</th>
              <th>{w.editor.hosted}</th>
              <th className="numeric">{w.editor.protectedShare}</th>
              {readOnly ? null : <th aria-label={w.editor.remove} />}
            </tr>
          </thead>
          <tbody>
            {state.plan.townships.map((township) => (
              <TownshipRow key={township.name} township={township} />
            ))}
          </tbody>
        </table>
      </div>
      {readOnly ? null : <NewRow label={w.editor.addTownship} onAdd={add('townships')} />}
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

function TownshipRow({ township }: { readonly township: PlanTownship }) {
  const { state, marks, dispatch, readOnly } = useDesk();
  const w = useWords(words).editor;
  const key = `townships/${township.name}/protectedShare`;
  const change = (patch: Partial<PlanTownship>) => dispatch({ kind: 'row', edit: { of: 'township', name: township.name, patch } });
  return (
    <tr data-row={`townships/${township.name}`}>
      <th scope="row">{township.name}</th>
      <td>
        <Marked table="townships" row={township.name} field="hosted">
          <YesNo label={w.hosted} value={township.hosted} onChange={(hosted) => change({ hosted: hosted === true })} />
        </Marked>
      </td>
      <td className="numeric">
        <CellInput
          cell={{ table: 'townships', row: township.name, field: 'protectedShare' }}
          value={township.protectedShare}
          label={`${township.name} · ${w.protectedShare}`}
          mark={marks.get(key)}
          unread={state.unread[key]}
          dispatch={dispatch}
        />
      </td>
      {readOnly ? null : (
        <td>
          <RemoveButton table="townships" row={township.name} name={township.name} />
        </td>
      )}
    </tr>
  );
}
