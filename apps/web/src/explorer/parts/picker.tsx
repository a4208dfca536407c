// Choosing indicators: search in both languages, ticked by group; those chosen stand first, in the order of the table.
import { useState } from 'react';
import { indicatorWords } from '../../indicators/index.ts';
import { useAddress } from '../../shell/index.ts';
import { Button, CheckList, Dialog, SearchBox, useSay, useWords } from '../../ui/index.ts';
import { groupsFound } from '../groups.ts';
import { joined, mostIndicators } from '../question.ts';
import type { ChoiceRow } from '../shapes.ts';
import { words } from '../words.ts';

interface PickerProps {
  readonly all: readonly ChoiceRow[];
  readonly chosen: readonly ChoiceRow[];
  readonly onClose: () => void;
}

/** A choice of indicators makes a new table: what was sorted by or open in the old one goes. */
export const afresh = { sort: undefined, desc: undefined, at: undefined, of: undefined, lines: undefined };

export function Picker({ all, chosen, onClose }: PickerProps) {
  const w = useWords(words);
  const { groups: g } = useWords(indicatorWords);
  const say = useSay();
  const [, change] = useAddress();
  const [typed, setTyped] = useState('');
  const codes = chosen.map(({ code }) => code);
  const groups = groupsFound(all, typed);
  const set = (next: readonly string[]) => change({ i: joined(next), ...afresh });
  return (
    <Dialog title={w.chooseTitle} onClose={onClose}>
      <SearchBox label={w.searchIndicators} value={typed} placeholder={w.searchIndicators} onChange={setTyped} />
      <Chips chosen={chosen} onChange={set} />
      {groups.length === 0 ? <p className="note">{w.noneFound}</p> : null}
      {groups.map(({ group, rows }) => (
        <section key={group}>
          <h3>{g[group]}</h3>
          <CheckList
            label={g[group]}
            chosen={codes}
            most={mostIndicators}
            onChange={set}
            choices={rows.map((row) => ({
              value: row.code,
              label: say(row.name),
              note: `${row.unit} · ${row.derived ? w.derived : w.filed} · ${w.grains[row.grain]}`,
            }))}
          />
        </section>
      ))}
      <div className="button-row">
        <Button kind="main" onClick={onClose}>
          {w.done}
        </Button>
        {codes.length >= mostIndicators ? <span className="note">{w.mostReached(mostIndicators)}</span> : null}
      </div>
    </Dialog>
  );
}

interface ChipsProps {
  readonly chosen: readonly ChoiceRow[];
  readonly onChange: (codes: readonly string[]) => void;
}

export function Chips({ chosen, onChange }: ChipsProps) {
  const w = useWords(words);
  const say = useSay();
  if (chosen.length === 0) return null;
  const codes = chosen.map(({ code }) => code);
  return (
    <ul className="chips" aria-label={w.chosen(chosen.length)}>
      {chosen.map((row) => (
        <li key={row.code}>
          {say(row.name)}
          <button
            type="button"
            aria-label={w.takeAway(say(row.name))}
            title={w.takeAway(say(row.name))}
            onClick={() => onChange(codes.filter((code) => code !== row.code))}
          >
            ✕
          </button>
        </li>
      ))}
      {chosen.length > 2 ? (
        <li className="plain">
          <Button kind="quiet" small onClick={() => onChange([])}>
            {w.clearAll}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
