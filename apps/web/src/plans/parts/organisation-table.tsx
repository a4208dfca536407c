// Bodies and staff before and after, with the cut worked out: 1 − after ÷ before, never from a missing figure (F16).
import { type Cell, Decimal, isMissing } from '@zhenghe/engine/kernel';
import { MissingText, useWords } from '../../ui/index.ts';
import type { CellRef, OrganisationField } from '../cells.ts';
import { useDesk } from '../desk.ts';
import { words } from '../words.ts';
import { CellInput } from './cell-input.tsx';
import { useSheet } from './use-sheet.ts';

const lines = [
  { of: 'bodies', before: 'bodiesBefore', after: 'bodiesAfter' },
  { of: 'staff', before: 'staffBefore', after: 'staffAfter' },
] as const;

const cellOf = (field: OrganisationField): CellRef => ({ table: 'organisation', row: '', field });
const cells = lines.map((line) => [cellOf(line.before), cellOf(line.after)]);

export function OrganisationTable() {
  const { state } = useDesk();
  const w = useWords(words).editor;
  const sheet = useSheet(cells);
  const organisation = state.plan.organisation;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and pasted blocks of the inputs inside bubble up to here
    <div className="sheet-box" onKeyDown={sheet.onKeyDown} onPaste={sheet.onPaste}>
      <table className="sheet">
        <caption className="visually-hidden">{w.tabs.organisation}</caption>
        <thead>
          <tr>
            <th>{w.item}</th>
            <th className="numeric">{w.before}</th>
            <th className="numeric">{w.after}</th>
            <th className="numeric">{w.reduction}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.of} data-row="organisation/">
              <th scope="row">{w[line.of]}</th>
              <CountCell field={line.before} label={`${w[line.of]} · ${w.before}`} />
              <CountCell field={line.after} label={`${w[line.of]} · ${w.after}`} />
              <td className="numeric">
                <Cut before={organisation[line.before]} after={organisation[line.after]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CountCell({ field, label }: { readonly field: OrganisationField; readonly label: string }) {
  const { state, marks, dispatch } = useDesk();
  const key = `organisation//${field}`;
  return (
    <td className="numeric">
      <CellInput
        cell={cellOf(field)}
        value={state.plan.organisation[field]}
        label={label}
        mark={marks.get(key)}
        unread={state.unread[key]}
        dispatch={dispatch}
      />
    </td>
  );
}

function Cut({ before, after }: { readonly before: Cell<number>; readonly after: Cell<number> }) {
  if (isMissing(before)) return <MissingText reason={before.missing} />;
  if (isMissing(after)) return <MissingText reason={after.missing} />;
  if (before === 0) return <MissingText reason="not-applicable" />;
  const share = new Decimal(before).minus(after).div(before).times(100);
  return <span className="number">{share.isNegative() ? `+${share.abs().toFixed(1)}` : `−${share.toFixed(1)}`} %</span>;
}
