// The question: indicators, periods, rows, map, growth, types, tag. Every choice is a step in the address.
import { growths, mapViews, rowKinds } from '@zhenghe/engine/explorer';
import { type Period, periodName, periodsBetween } from '@zhenghe/engine/kernel';
import { zoneTypes } from '@zhenghe/engine/zones';
import { useAddress } from '../../shell/index.ts';
import { Button, CheckList, Choice, MeasureSwitch, Toggle, useSay, useWords } from '../../ui/index.ts';
import { terms } from '../../zones/index.ts';
import { type ExplorerState, earliest, grainsFor, inGrain, joined, latest, shows, spanOf } from '../question.ts';
import type { ChoiceRow, Choices } from '../shapes.ts';
import { words } from '../words.ts';

interface AskProps {
  readonly state: ExplorerState;
  readonly choices: Choices;
  readonly chosen: readonly ChoiceRow[];
  readonly onChoose: () => void;
}

export function AskBar({ state, choices, chosen, onChoose }: AskProps) {
  const w = useWords(words);
  const say = useSay();
  const [, change] = useAddress();
  const views = shows.map((value) => ({ value, label: w.shows[value] }));
  const lines = rowKinds.map((value) => ({ value, label: w.rowKinds[value] }));
  const maps = mapViews.map((value) => ({ value, label: value === 'then' ? w.asThen : w.asToday }));
  const grows = growths.map((value) => ({ value, label: w.growths[value] }));
  const tags = choices.tags.map(({ code, name }) => ({ value: code, label: say(name) }));
  return (
    <search className="ask" aria-label={w.title}>
      <div className="filters">
        <Button onClick={onChoose}>{chosen.length === 0 ? w.choose : w.chosen(chosen.length)}</Button>
        <Periods state={state} chosen={chosen} />
        <Choice
          label={w.rows}
          value={state.rows}
          choices={lines}
          width={120}
          onChange={(rows) => change({ rows: rows === 'city' ? undefined : rows, at: undefined })}
        />
        <Choice
          label={w.growth}
          value={state.growth}
          choices={grows}
          width={100}
          onChange={(growth) => change({ growth: growth === 'none' ? undefined : growth })}
        />
        {tags.length > 0 ? (
          <Choice
            label={w.tag}
            value={state.tag ?? undefined}
            choices={tags}
            all={w.anyTag}
            width={110}
            onChange={(tag) => change({ tag })}
          />
        ) : null}
        <MeasureSwitch />
      </div>
      <div className="filters ask-second">
        <Toggle
          label={w.view}
          value={state.show}
          choices={views}
          onChange={(show) => change({ show: show === 'table' ? undefined : show })}
        />
        <Toggle label={w.map} value={state.map} choices={maps} onChange={(map) => change({ map: map === 'then' ? undefined : map })} />
        <TypeList state={state} />
        <label className="tick">
          <input type="checkbox" checked={state.subtotals} onChange={(event) => change({ sub: event.target.checked ? undefined : '0' })} />
          {w.subtotals}
        </label>
        <span className="note">{state.map === 'then' ? w.asThenNote : w.asTodayNote}</span>
      </div>
    </search>
  );
}

function TypeList({ state }: { readonly state: ExplorerState }) {
  const w = useWords(words);
  const t = useWords(terms);
  const [, change] = useAddress();
  const types = zoneTypes.map((value) => ({ value, label: t.type[value] }));
  return (
    <details className="fold">
      <summary>{state.types.length === 0 ? w.allTypes : w.typesChosen(state.types.length)}</summary>
      <div className="fold-body">
        <CheckList label={w.types} choices={types} chosen={state.types} onChange={(next) => change({ types: joined(next) })} />
      </div>
    </details>
  );
}

function Periods({ state, chosen }: Pick<AskProps, 'state' | 'chosen'>) {
  const w = useWords(words);
  const say = useSay();
  const [, change] = useAddress();
  const span = spanOf(state, chosen);
  if (!span) return null;
  const grains = grainsFor(chosen).map((value) => ({ value, label: w.grains[value] }));
  const all = periodsBetween(earliest([span.first, span.from]), latest([span.last, span.to]));
  const periods = [...all].reverse().map((value) => ({ value, label: say(periodName(value)) }));
  const turn = (side: 'from' | 'to') => (period: Period | undefined) => change({ [side]: period });
  return (
    <>
      <Choice
        label={w.grain}
        value={span.grain}
        choices={grains}
        width={88}
        onChange={(grain) => change(grain ? { grain, from: inGrain(span.from, grain, 'start'), to: inGrain(span.to, grain, 'end') } : {})}
      />
      <Choice label={w.from} value={span.from} choices={periods} searchable width={110} onChange={turn('from')} />
      <Choice label={w.to} value={span.to} choices={periods} searchable width={110} onChange={turn('to')} />
    </>
  );
}
