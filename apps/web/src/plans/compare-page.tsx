// Two versions of one plan compared cell by cell: /plans/$id/compare?from=1&to=2.
import { useMemo } from 'react';
import { useAddress, useParam } from '../shell/index.ts';
import { Answer, Choice, Link, Page, useWords } from '../ui/index.ts';
import { differencesOf } from './differences.ts';
import { usePlan } from './hooks.ts';
import { DifferencesTable } from './parts/differences-table.tsx';
import type { PlanDetail } from './shapes.ts';
import { fromWire } from './wire.ts';
import { words } from './words.ts';
import './plans.css';

export function ComparePage() {
  const id = useParam('id');
  const [search] = useAddress();
  const w = useWords(words);
  const from = usePlan(id, Number(search.from) || 1);
  const to = usePlan(id, Number(search.to) || undefined);
  return (
    <Page title={w.compareTitle} answers={w.compareAnswer}>
      <p>
        <Link to={`/plans/${encodeURIComponent(id)}`}>{w.backToPlan}</Link>
      </p>
      <Answer query={from}>{(before) => <Answer query={to}>{(after) => <Comparison before={before} after={after} />}</Answer>}</Answer>
    </Page>
  );
}

function Comparison({ before, after }: { readonly before: PlanDetail; readonly after: PlanDetail }) {
  const w = useWords(words);
  const [, change] = useAddress();
  const differences = useMemo(() => differencesOf(fromWire(before.plan), fromWire(after.plan)), [before, after]);
  const versions = Array.from({ length: after.latest }, (_, index) => ({
    value: String(index + 1),
    label: w.editor.versionName(index + 1),
  }));
  return (
    <>
      <h2>{after.plan.title}</h2>
      <div className="filters">
        <Choice label={w.from} value={String(before.version)} choices={versions} onChange={(from) => change({ from })} />
        <Choice label={w.to} value={String(after.version)} choices={versions} onChange={(to) => change({ to })} />
      </div>
      <DifferencesTable
        differences={differences}
        from={w.editor.versionName(before.version)}
        to={w.editor.versionName(after.version)}
        findings={after.check.findings}
      />
    </>
  );
}
