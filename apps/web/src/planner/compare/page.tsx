// Two scenarios side by side and on the map: /planner/compare?a=…&b=….
import { useAddress } from '../../shell/index.ts';
import { Answer, Choice, Empty, Link, Notice, Page, useWords } from '../../ui/index.ts';
import { useScenario, useScenarios } from '../hooks.ts';
import type { Scenario, ScenarioRow, Solved } from '../shapes.ts';
import { words } from '../words.ts';
import { frontierWords } from '../words-frontier.ts';
import { Comparison } from './comparison.tsx';
import '../planner.css';

export function ComparePage() {
  const w = useWords(frontierWords);
  const [search] = useAddress();
  const scenarios = useScenarios(true);
  return (
    <Page title={w.compare} answers={w.compareAnswer}>
      <Answer query={scenarios}>{(rows) => <Choices rows={rows} />}</Answer>
      {search.a && search.b ? <Pair first={search.a} second={search.b} /> : <Empty title={w.choosePair}>{w.choosePairNext}</Empty>}
    </Page>
  );
}

function Choices({ rows }: { readonly rows: readonly ScenarioRow[] }) {
  const w = useWords(frontierWords);
  const own = useWords(words);
  const [search, change] = useAddress();
  const choices = rows.map(({ id, name, closed }) => ({ value: id, label: closed ? `${name} · ${own.closed}` : name }));
  return (
    <div className="filters">
      <Choice label={w.first} value={search.a} choices={choices} searchable width={220} onChange={(a) => change({ a })} />
      <Choice label={w.second} value={search.b} choices={choices} searchable width={220} onChange={(b) => change({ b })} />
    </div>
  );
}

function Pair({ first, second }: { readonly first: string; readonly second: string }) {
  const [one, other] = [useScenario(first), useScenario(second)];
  return <Answer query={one}>{(a) => <Answer query={other}>{(b) => <Solvedness sides={[a, b]} />}</Answer>}</Answer>;
}

function Solvedness({ sides: [a, b] }: { readonly sides: readonly [Scenario, Scenario] }) {
  const [first, second] = [answerOf(a), answerOf(b)];
  if (first && second) return <Comparison first={{ scenario: a, answer: first }} second={{ scenario: b, answer: second }} />;
  return (
    <>
      {first ? null : <Unsolved scenario={a} />}
      {second ? null : <Unsolved scenario={b} />}
    </>
  );
}

function Unsolved({ scenario }: { readonly scenario: Scenario }) {
  const w = useWords(frontierWords);
  const result = scenario.run?.result;
  const infeasible = result?.kind === 'solve' && result.answer.status === 'infeasible';
  return (
    <Notice tone="warn" title={`${scenario.name}: ${infeasible ? w.infeasible : w.unsolved}`}>
      <Link to={`/planner/${scenario.id}`}>{w.openIt}</Link>
    </Notice>
  );
}

function answerOf({ run }: Scenario): Solved | null {
  if (run?.result?.kind !== 'solve' || run.result.answer.status === 'infeasible') return null;
  return run.result.answer;
}
