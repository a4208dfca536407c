// The zones of a plan as a table: place, lead, how many parks, who joins.
import type { Plan, PlannedZone } from '@zhenghe/engine/planner';
import { usePlaceName } from '../../shell/index.ts';
import { type Column, DataTable, useWords } from '../../ui/index.ts';
import type { Instance } from '../shapes.ts';
import { words } from '../words.ts';
import { words as boardWords } from '../words-board.ts';

export function PlanZones({ instance, plan }: { readonly instance: Instance; readonly plan: Plan }) {
  const [w, b] = [useWords(words), useWords(boardWords)];
  const nameOf = usePlaceName();
  const parks = new Map(instance.parks.map(({ code, name }) => [code, name]));
  const joints = new Map(instance.jurisdictions.flatMap(({ code, name, joins }) => (joins ? [[code, name] as const] : [])));
  const columns: readonly Column<PlannedZone>[] = [
    { key: 'lead', title: b.role.lead, important: true, render: ({ lead }) => parks.get(lead) ?? lead },
    { key: 'place', title: b.place, important: true, render: ({ jurisdiction }) => joints.get(jurisdiction) ?? nameOf(jurisdiction) },
    { key: 'parks', title: b.parks, numeric: true, important: true, render: ({ parks: members }) => members.length },
    {
      key: 'members',
      title: b.role.member,
      render: ({ lead, parks: members }) =>
        members
          .filter((code) => code !== lead)
          .map((code) => parks.get(code) ?? code)
          .join('、') || '–',
    },
  ];
  return <DataTable caption={w.zones} columns={columns} rows={plan.plan} rowKey={({ lead }) => lead} empty={null} maxHeight="60vh" wrap />;
}
