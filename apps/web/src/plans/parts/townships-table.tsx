// The townships of the place, whether a zone hosts them, and how much of them is protected (S2-(十三)).
import type { PlanTownship } from '@zhenghe/engine/plans';
import { useWords } from '../../ui/index.ts';
import { useDesk } from '../desk.ts';
import { words } from '../words.ts';
import { CellInput } from './cell-input.tsx';
import { Marked } from './marked.tsx';
import { NewRow } from './new-row.tsx';
import { RemoveButton } from './remove-button.tsx';
import { YesNo } from './small-fields.tsx';

export function TownshipsTable() {
  const { state, dispatch, readOnly } = useDesk();
  const w = useWords(words).editor;
  const add = (name: string) => dispatch({ kind: 'row', edit: { of: 'add', table: 'townships', name } });
  return (
    <>
      <h3>{w.townships}</h3>
      <div className="sheet-box">
        <table className="sheet">
          <caption className="visually-hidden">{w.townships}</caption>
          <thead>
            <tr>
              <th>{w.township}</th>
              <th>{w.hosted}</th>
              <th className="numeric">{w.protectedShare}</th>
              {readOnly ? null : <th aria-label={w.remove} />}
            </tr>
          </thead>
          <tbody>
            {state.plan.townships.map((township) => (
              <TownshipRow key={township.name} township={township} />
            ))}
          </tbody>
        </table>
      </div>
      {readOnly ? null : <NewRow label={w.addTownship} onAdd={add} />}
    </>
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
