// The boundaries of this version on the plan's page (F07, F08, F10).
import { useMemo } from 'react';
import { PlanBoundaries } from '../../boundaries/index.ts';
import { useDesk } from '../desk.ts';
import type { PlanDetail } from '../shapes.ts';

export function Boundaries({ detail }: { readonly detail: PlanDetail }) {
  const { dirty } = useDesk();
  const zones = useMemo(() => new Map(detail.plan.zones.map(({ code, name }) => [code, name])), [detail.plan.zones]);
  return (
    <PlanBoundaries
      plan={detail.id}
      jurisdiction={detail.plan.jurisdiction}
      version={detail.version}
      latest={detail.latest}
      training={detail.dataset === 'training'}
      mayChange={detail.mayEdit}
      unsaved={dirty}
      zones={zones}
    />
  );
}
