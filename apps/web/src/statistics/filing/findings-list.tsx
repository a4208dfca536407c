// What the checks say of the sheet, the gravest first, each with a way to its cell; and how far the sheet is filled in.
import { Button, Section, StateWord, useSay, useWords } from '../../ui/index.ts';
import type { SheetFinding } from '../shapes.ts';
import { words } from '../words-filing.ts';
import { goToCell, useDesk } from './desk.ts';
import { FindingWords } from './filing-row.tsx';
import { JumpButton } from './jump-button.tsx';
import { figureAt, gapsOf } from './rows.ts';

/** A cell without figure or reason says so itself, and they are counted: a line for each would bury the rest. */
export const gapKind = 'required';

/** Blocks, then explanations owed, then those given. */
function rank({ severity, stops }: SheetFinding): number {
  return severity === 'block' ? 0 : stops ? 1 : 2;
}

export function FindingsList() {
  const w = useWords(words);
  const say = useSay();
  const { findings, ahead, rows } = useDesk();
  const sorted = findings.filter(({ kind }) => kind !== gapKind).sort((a, b) => rank(a) - rank(b));
  const names = new Map(rows.map(({ key, indicator }) => [key, say(indicator.name)]));
  return (
    <Section title={w.findings} note={ahead ? w.here : null}>
      <Filled />
      {findings.length === 0 ? (
        <StateWord tone="good">{w.findingsNone}</StateWord>
      ) : (
        <ul className="finding-lines">
          {sorted.map((finding) => (
            <li key={finding.id}>
              {finding.cells[0] === undefined ? null : (
                <JumpButton cell={finding.cells[0]} name={names.get(finding.cells[0]) ?? finding.cells[0]} />
              )}
              <FindingWords finding={finding} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Filled() {
  const w = useWords(words);
  const { rows, queue } = useDesk();
  const asked = rows.filter(({ cell }) => !cell.computed);
  const done = asked.filter(({ key, cell }) => figureAt(cell, queue.pending[key]) !== null).length;
  const gaps = gapsOf(rows, queue);
  const [first] = gaps;
  return (
    <p className="filled">
      <span>{w.filled(done, asked.length)}</span>
      {first ? (
        <>
          <StateWord tone="warn">{w.gaps(gaps.length)}</StateWord>
          <Button small onClick={() => goToCell(first.key)}>
            {w.nextGap}
          </Button>
        </>
      ) : null}
    </p>
  );
}
