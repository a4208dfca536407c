// The lines of one document and year as a table: base, now, goal, pace, state, clause, and a box to compare by.
import { Decimal, periodName, unitWord } from '@zhenghe/engine/kernel';
import { useAddress } from '../../shell/index.ts';
import { ClauseLink, type Column, DataTable, MissingText, StateWord, useSay, useWords } from '../../ui/index.ts';
import { changeText, figureText, starredText, tones, turned } from '../lines.ts';
import type { TargetLine } from '../shapes.ts';
import { words } from '../words.ts';

interface TableProps {
  readonly caption: string;
  readonly lines: readonly TargetLine[];
  readonly chosen: readonly string[];
}

export function LineTable({ caption, lines, chosen }: TableProps) {
  const w = useWords(words);
  const say = useSay();
  const columns: readonly Column<TargetLine>[] = [
    { key: 'title', title: w.target, width: 260, render: (line) => <Title line={line} /> },
    { key: 'base', title: w.base, numeric: true, render: (line) => <Base line={line} /> },
    { key: 'now', title: w.now, numeric: true, important: true, render: (line) => <Now line={line} /> },
    { key: 'goal', title: w.goal, numeric: true, important: true, render: (line) => <Goal line={line} /> },
    { key: 'unit', title: w.unit, render: (line) => say(unitWord(line.unit)) },
    { key: 'pace', title: w.pace, width: 150, render: (line) => <Pace line={line} /> },
    { key: 'state', title: w.state, important: true, render: (line) => <State line={line} /> },
    { key: 'clause', title: w.clause, tight: true, render: (line) => <ClauseLink citation={line.clause} /> },
    { key: 'compare', title: w.select, render: (line) => <Tick line={line} chosen={chosen} /> },
  ];
  return <DataTable caption={caption} columns={columns} rows={lines} rowKey={({ id }) => id} wrap empty={null} brief={40} />;
}

function Title({ line }: { readonly line: TargetLine }) {
  const w = useWords(words);
  const say = useSay();
  return (
    <>
      {starredText(say(line.title), line)}
      {line.calibre ? <div className="note">{`${w.calibre}: ${say(line.calibre)}`}</div> : null}
      {line.why ? <div className="note">{say(line.why)}</div> : null}
    </>
  );
}

function Base({ line }: { readonly line: TargetLine }) {
  const w = useWords(words);
  const say = useSay();
  if (line.base.value === null) {
    return (
      <span className="missing" title={line.base.note ? say(line.base.note) : w.noBaseNote}>
        {w.noBase}
        <span className="note"> {line.base.note ? say(line.base.note) : w.noBaseNote}</span>
      </span>
    );
  }
  return (
    <>
      <b className="number">{starredText(line.base.value, line)}</b> <span className="note">{line.base.year ?? ''}</span>
    </>
  );
}

function Now({ line }: { readonly line: TargetLine }) {
  const w = useWords(words);
  const say = useSay();
  const [, change] = useAddress();
  const { actual, measuredBy } = line;
  if (!actual && !measuredBy) return <span className="missing">{w.notMeasured}</span>;
  return (
    <>
      <button type="button" className="figure-open" title={w.openSource} onClick={() => change({ at: line.id })}>
        {actual?.value ? (
          <b className="number">{figureText(actual.value, line.goal.value)}</b>
        ) : actual?.missing ? (
          <MissingText reason={actual.missing} />
        ) : (
          <span className="missing">{w.noFigure}</span>
        )}
      </button>{' '}
      {actual ? <span className="note">{say(periodName(actual.period))}</span> : null}
      {actual && actual.of < actual.expected ? <div className="note">{w.of(actual.of, actual.expected)}</div> : null}
    </>
  );
}

function Goal({ line }: { readonly line: TargetLine }) {
  const w = useWords(words);
  return (
    <>
      <span className="note">{line.goal.sense === 'at-least' ? w.atLeast : w.atMost}</span> <b className="number">{line.goal.value}</b>{' '}
      <span className="note">{line.goal.year}</span>
    </>
  );
}

function Pace({ line }: { readonly line: TargetLine }) {
  const w = useWords(words);
  const { pace, base } = line;
  if (!pace) return <span className="note">{base.value === null ? w.noPace : line.state === 'past-due' ? w.past : w.noFigure}</span>;
  return (
    <>
      {pace.sofar === null ? null : <div>{`${w.sofar} ${changeText(pace.sofar)}`}</div>}
      {pace.needed === null || line.state === 'met' ? null : <div>{`${w.needed} ${changeText(pace.needed)}`}</div>}
      <div className="note">{w.yearsLeft(yearsText(pace.yearsLeft))}</div>
    </>
  );
}

function yearsText(years: string): string {
  return new Decimal(years).toDecimalPlaces(1).toFixed();
}

function State({ line }: { readonly line: TargetLine }) {
  const w = useWords(words);
  return (
    <span title={w.stateNote[line.state]}>
      <StateWord tone={tones[line.state]}>{w.states[line.state]}</StateWord>
    </span>
  );
}

function Tick({ line, chosen }: { readonly line: TargetLine; readonly chosen: readonly string[] }) {
  const w = useWords(words);
  const say = useSay();
  const [, change] = useAddress();
  return (
    <input
      type="checkbox"
      className="target-tick"
      aria-label={`${w.select}: ${say(line.title)} (${say(line.document)}, ${line.goal.year})`}
      checked={chosen.includes(line.id)}
      onChange={(event) => change({ compare: turned(chosen, line.id, event.target.checked) })}
    />
  );
}
