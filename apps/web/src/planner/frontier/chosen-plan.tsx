// The plan at a point of the frontier: its cost by term, its zones on the map and as a table; it can become a scenario of its own.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useOpen } from '../../shell/index.ts';
import { Answer, Button, Failed, Section, useWords } from '../../ui/index.ts';
import { PlanMap } from '../parts/plan-map.tsx';
import { PlanZones } from '../parts/plan-zones.tsx';
import { TermTable } from '../parts/term-table.tsx';
import type { FrontierPoint, Scenario } from '../shapes.ts';
import { frontierWords } from '../words-frontier.ts';

interface ChosenProps {
  readonly scenario: Scenario;
  readonly run: string;
  readonly point: Pick<FrontierPoint, 'zones' | 'detachedPieces'>;
}

export function ChosenPlan({ scenario, run, point }: ChosenProps) {
  const w = useWords(frontierWords);
  const plan = useQuery(api.planner.frontierPlan.queryOptions({ input: { id: run, ...point }, staleTime: Number.POSITIVE_INFINITY }));
  return (
    <Section
      title={w.chosenTitle(point.zones, point.detachedPieces)}
      note={w.provisional}
      actions={scenario.mayChange ? <AsScenario scenario={scenario} zones={point.zones} /> : undefined}
    >
      <Answer query={plan}>
        {(found) => (
          <div className="stack">
            <TermTable columns={[{ title: w.cost, terms: found.terms, cost: found.cost }]} />
            <PlanMap scenario={scenario} plan={found} label={w.chosenTitle(point.zones, point.detachedPieces)} />
            <PlanZones instance={scenario.instance} plan={found} />
          </div>
        )}
      </Answer>
    </Section>
  );
}

function AsScenario({ scenario, zones }: { readonly scenario: Scenario; readonly zones: number }) {
  const w = useWords(frontierWords);
  const open = useOpen();
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    setFault(null);
    try {
      const { id, name, dataset, scope, day, newest, settings, locks, decisions } = scenario;
      const title = w.asScenarioName(name, zones).slice(0, 80);
      const made = await client.planner.create({ name: title, dataset, scope, day, copyOf: { id, version: newest } });
      await client.planner.save({
        ...{ id: made.id, basedOn: made.version, name: title, locks, decisions },
        settings: { ...settings, zonesCap: Math.max(1, zones) },
      });
      open(`/planner/${made.id}`);
    } catch (refused) {
      setFault(refused);
      setBusy(false);
    }
  };
  return (
    <>
      <Button onClick={() => void make()} disabled={busy}>
        {w.asScenario}
      </Button>
      {fault ? <Failed error={fault} /> : null}
    </>
  );
}
