// The zones that stand after the plan: level, plates, body, main industries counted against the limit (F73).
import { levels, type PlanZone } from '@zhenghe/engine/plans';
import { CommentHere } from '../../consultation/index.ts';
import { useWords } from '../../ui/index.ts';
import { useDesk } from '../desk.ts';
import { words } from '../words.ts';
import { Marked } from './marked.tsx';
import { NewRow } from './new-row.tsx';
import { RemoveButton } from './remove-button.tsx';
import { LinesField, PickField, TextField, YesNo } from './small-fields.tsx';

export function ZonesTable() {
  const { state, dispatch, readOnly } = useDesk();
  const w = useWords(words).editor;
  return (
    <>
      <div className="plan-field">
        {w.strongCounty}
        <Marked table="plan" row="" field="industrialStrongCounty">
          <YesNo
            label={w.strongCounty}
            value={state.plan.industrialStrongCounty}
            open
            onChange={(industrialStrongCounty) => dispatch({ kind: 'row', edit: { of: 'plan', patch: { industrialStrongCounty } } })}
          />
        </Marked>
      </div>
      <div className="sheet-box">
        <table className="sheet">
          <caption className="visually-hidden">{w.tabs.zones}</caption>
          <thead>
            <tr>
              <th>{w.zone}</th>
              <th>{w.levelHead}</th>
              <th>{w.plates}</th>
              <th>{w.industries}</th>
              <th>{w.body}</th>
              <th>{w.flagship}</th>
              {readOnly ? null : <th aria-label={w.remove} />}
            </tr>
          </thead>
          <tbody>
            {state.plan.zones.map((zone) => (
              <ZoneLine key={zone.code} zone={zone} />
            ))}
          </tbody>
        </table>
      </div>
      {readOnly ? null : (
        <NewRow label={w.addZone} onAdd={(name) => dispatch({ kind: 'row', edit: { of: 'add', table: 'zones', name } })} />
      )}
    </>
  );
}

function ZoneLine({ zone }: { readonly zone: PlanZone }) {
  const { dispatch, readOnly } = useDesk();
  const w = useWords(words).editor;
  const change = (patch: Partial<PlanZone>) => dispatch({ kind: 'row', edit: { of: 'zone', code: zone.code, patch } });
  return (
    <tr data-row={`zones/${zone.code}`}>
      <th scope="row">
        <TextField label={w.zone} value={zone.name} required onChange={(name) => change({ name })} />
        <CommentHere table="zones" row={zone.code} name={zone.name} />
      </th>
      <td>
        <Marked table="zones" row={zone.code} field="level">
          <PickField
            label={w.levelHead}
            value={zone.level}
            choices={levels.map((value) => ({ value, label: w.level[value] }))}
            onChange={(level) => change({ level })}
          />
        </Marked>
      </td>
      <td>
        <LinesField label={w.plates} lines={zone.plates} onChange={(plates) => change({ plates })} />
      </td>
      <td>
        <Marked table="zones" row={zone.code} field="industries">
          <LinesField label={w.industries} lines={zone.industries} onChange={(industries) => change({ industries })} />
          <span className="note">{w.industryCount(zone.industries.length)}</span>
        </Marked>
      </td>
      <td>
        <Marked table="zones" row={zone.code} field="body">
          <TextField label={w.body} value={zone.body} onChange={(body) => change({ body })} />
        </Marked>
      </td>
      <td>
        <YesNo label={w.flagship} value={zone.flagship} onChange={(flagship) => change({ flagship: flagship === true })} />
      </td>
      {readOnly ? null : (
        <td>
          <RemoveButton table="zones" row={zone.code} name={zone.name} />
        </td>
      )}
    </tr>
  );
}
