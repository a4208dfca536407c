// Every park before against the four outcomes, S2-二(二): exactly one is lawful, none or several are shown as they are.
import { conversions, levels, type ParkOutcome, type PlanPark, parkOutcomes } from '@zhenghe/engine/plans';
import { CommentHere } from '../../consultation/index.ts';
import { Empty, useWords } from '../../ui/index.ts';
import { useDesk, useLocked } from '../desk.ts';
import { words } from '../words.ts';
import { CellInput } from './cell-input.tsx';
import { Marked } from './marked.tsx';
import { NewRow } from './new-row.tsx';
import { RemoveButton } from './remove-button.tsx';
import { PickField, TextField } from './small-fields.tsx';
import { useSheet } from './use-sheet.ts';

export function ParksTable() {
  const { state, dispatch, readOnly } = useDesk();
  const w = useWords(words).editor;
  const sheet = useSheet(state.plan.parks.map((park) => [{ table: 'parks', row: park.code, field: 'approvedArea' }]));
  if (state.plan.parks.length === 0 && readOnly) return <Empty title={w.standingNone} />;
  return (
    <>
      <p className="note">{w.outcomeNote}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and pasted blocks of the inputs inside bubble up to here */}
      <div className="sheet-box" onKeyDown={sheet.onKeyDown} onPaste={sheet.onPaste}>
        <table className="sheet">
          <caption className="visually-hidden">{w.tabs.parks}</caption>
          <thead>
            <tr>
              <th>{w.park}</th>
              <th>{w.levelHead}</th>
              <th className="numeric">{w.approvedArea}</th>
              {parkOutcomes.map((outcome) => (
                <th key={outcome} className="centred">
                  {w.outcome[outcome]}
                </th>
              ))}
              <th>{w.convertsTo}</th>
              <th>{w.receivedBy}</th>
              {readOnly ? null : <th aria-label={w.remove} />}
            </tr>
          </thead>
          <tbody>
            {state.plan.parks.map((park) => (
              <ParkRow key={park.code} park={park} />
            ))}
          </tbody>
        </table>
      </div>
      {readOnly ? null : (
        <NewRow label={w.addPark} onAdd={(name) => dispatch({ kind: 'row', edit: { of: 'add', table: 'parks', name } })} />
      )}
    </>
  );
}

function ParkRow({ park }: { readonly park: PlanPark }) {
  const { state, marks, dispatch, readOnly } = useDesk();
  const w = useWords(words).editor;
  const area = `parks/${park.code}/approvedArea`;
  const change = (patch: Partial<PlanPark>, drop: readonly ('convertsTo' | 'receivedBy')[] = []) =>
    dispatch({ kind: 'row', edit: { of: 'park', code: park.code, patch, drop } });
  return (
    <tr data-row={`parks/${park.code}`}>
      <th scope="row">
        <TextField label={w.park} value={park.name} required onChange={(name) => change({ name })} />
        <CommentHere table="parks" row={park.code} name={park.name} />
      </th>
      <td>
        <PickField
          label={w.levelHead}
          value={park.level}
          choices={levels.map((value) => ({ value, label: w.level[value] }))}
          onChange={(level) => change({ level })}
        />
      </td>
      <td className="numeric">
        <CellInput
          cell={{ table: 'parks', row: park.code, field: 'approvedArea' }}
          value={park.approvedArea}
          label={`${park.name} · ${w.approvedArea}`}
          mark={marks.get(area)}
          unread={state.unread[area]}
          dispatch={dispatch}
        />
      </td>
      <Outcomes park={park} onChange={(outcomes) => change({ outcomes }, outcomes.includes('convert') ? [] : ['convertsTo'])} />
      <td>
        {park.outcomes.includes('convert') ? (
          <PickField
            label={w.convertsTo}
            value={park.convertsTo}
            choices={conversions.map((value) => ({ value, label: w.conversion[value] }))}
            onChange={(convertsTo) => change({ convertsTo })}
          />
        ) : null}
      </td>
      <td>
        <ReceivedBy park={park} onChange={(receivedBy) => (receivedBy ? change({ receivedBy }) : change({}, ['receivedBy']))} />
      </td>
      {readOnly ? null : (
        <td>
          <RemoveButton table="parks" row={park.code} name={park.name} />
        </td>
      )}
    </tr>
  );
}

function Outcomes({ park, onChange }: { readonly park: PlanPark; readonly onChange: (outcomes: readonly ParkOutcome[]) => void }) {
  const w = useWords(words).editor;
  const locked = useLocked({ table: 'parks', row: park.code, field: 'outcomes' });
  return parkOutcomes.map((outcome, index) => {
    const chosen = park.outcomes.includes(outcome);
    const toggle = () => onChange(chosen ? park.outcomes.filter((one) => one !== outcome) : [...park.outcomes, outcome]);
    const box = (
      <input type="checkbox" aria-label={`${park.name} · ${w.outcome[outcome]}`} checked={chosen} disabled={locked} onChange={toggle} />
    );
    return (
      <td key={outcome} className="centred">
        {index === 0 ? (
          <Marked table="parks" row={park.code} field="outcomes">
            {box}
          </Marked>
        ) : (
          box
        )}
      </td>
    );
  });
}

/** A zone of the plan is shown by its name and kept by its code; any other receiver is kept as written. */
function ReceivedBy({ park, onChange }: { readonly park: PlanPark; readonly onChange: (receivedBy: string) => void }) {
  const w = useWords(words).editor;
  const { zones } = useDesk().state.plan;
  const name = zones.find((zone) => zone.code === park.receivedBy)?.name ?? park.receivedBy ?? '';
  const keep = (text: string) => onChange(zones.find((zone) => zone.name === text)?.code ?? text);
  return <TextField label={`${park.name} · ${w.receivedBy}`} value={name} onChange={keep} />;
}
