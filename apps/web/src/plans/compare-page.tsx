// Two versions of one plan compared cell by cell and on the map: /plans/$id/compare?from=1&to=2.
import { differencesOf } from '@zhenghe/engine/plans';
import { useMemo } from 'react';
import { CompareLand } from '../boundaries/index.ts';
import { useAddress, useParam } from '../shell/index.ts';
import { Answer, Choice, Link, Page, useWords } from '../ui/index.ts';
import { usePlan } from './hooks.ts';
import { CompareMap } from './parts/compare-map.tsx';
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
  const plans = useMemo(() => [fromWire(before.plan), fromWire(after.plan)] as const, [before, after]);
  const differences = useMemo(() => differencesOf(...plans), [plans]);
  const names = [w.editor.versionName(before.version), w.editor.versionName(after.version)] as const;
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
      <DifferencesTable differences={differences} from={names[0]} to={names[1]} findings={after.check.findings} />
      <CompareLand plan={after.id} from={before.version} to={after.version} names={{ from: names[0], to: names[1] }} />
      <CompareMap before={before} plans={plans} differences={differences} versions={names} />
    </>
  );
}
