// Two versions of a plan's boundaries: as a difference, or side by side; and as a list of blocks.
import { areaOf } from '@zhenghe/engine/boundaries';
import { useMemo } from 'react';
import { useAddress } from '../shell/index.ts';
import {
  Answer,
  type Column,
  DataTable,
  Facts,
  type LandLayer,
  Notice,
  Section,
  StateWord,
  Toggle,
  type Tone,
  useAreaUnitWord,
  useWords,
} from '../ui/index.ts';
import { type BlockChange, blockChanges } from './changes.ts';
import { usePlanBoundaries } from './hooks.ts';
import { blockLayer } from './land-layers.ts';
import { Land, useLandLook } from './parts/land.tsx';
import { LandArea } from './parts/land-area.tsx';
import type { Feature } from './shapes.ts';
import { words } from './words.ts';
import { useDifference } from './workbench/use-comparison.ts';
import { useDesk } from './workbench/use-live.ts';
import './boundaries.css';

interface CompareLandProps {
  readonly plan: string;
  readonly from: number;
  readonly to: number;
  /** As the page names them: 第 1 版. */
  readonly names: { readonly from: string; readonly to: string };
}

export function CompareLand({ plan, from, to, names }: CompareLandProps) {
  const w = useWords(words);
  const before = usePlanBoundaries(plan, from);
  const after = usePlanBoundaries(plan, to);
  return (
    <Section title={w.compareTitle}>
      <Answer query={before}>
        {(one) => (
          <Answer query={after}>
            {(other) =>
              one || other ? (
                <Compared before={one?.features ?? null} after={other?.features ?? null} names={names} />
              ) : (
                <p className="note">{w.compareNone}</p>
              )
            }
          </Answer>
        )}
      </Answer>
    </Section>
  );
}

interface ComparedProps {
  readonly before: readonly Feature[] | null;
  readonly after: readonly Feature[] | null;
  readonly names: CompareLandProps['names'];
}

/** One list, so that nothing is compared anew for it. */
const nothing: readonly Feature[] = [];

function Compared({ before, after, names }: ComparedProps) {
  const w = useWords(words);
  const [search, change] = useAddress();
  const [look, go] = useLandLook();
  const view = search.land === 'beside' ? 'beside' : 'difference';
  const changes = useMemo(() => blockChanges(before ?? nothing, after ?? nothing), [before, after]);
  const missing = before === null ? names.from : after === null ? names.to : null;
  return (
    <div className="stack">
      {missing === null ? null : <Notice title={w.compareOne(missing)} />}
      <div className="filters">
        <Toggle
          label={w.compareBy}
          value={view}
          choices={[
            { value: 'difference', label: w.difference2 },
            { value: 'beside', label: w.sideBySide },
          ]}
          onChange={(land) => change({ land: land === 'difference' ? undefined : land })}
        />
      </div>
      <div data-land>
        <ComparedMap view={view} before={before ?? nothing} after={after ?? nothing} names={names} look={look} />
      </div>
      <Changes changes={changes} onShow={(row) => go({ shape: row.shape })} />
    </div>
  );
}

interface ComparedMapProps {
  readonly view: 'difference' | 'beside';
  readonly before: readonly Feature[];
  readonly after: readonly Feature[];
  readonly names: CompareLandProps['names'];
  readonly look: ReturnType<typeof useLandLook>[0];
}

/** The difference is of land, not of blocks: what is kept, gained and lost is worked out in the overlay's thread. */
function ComparedMap({ view, before, after, names, look }: ComparedMapProps) {
  const w = useWords(words);
  const shown = look ? { look } : {};
  const difference = useDifference({ desk: useDesk(), how: view, before, after });
  const earlier = useMemo(() => blockLayer(before, names.from), [before, names.from]);
  const later = useMemo(() => blockLayer(after, names.to), [after, names.to]);
  if (view === 'beside') {
    const beside = { label: names.from, here: names.to, layers: [earlier] };
    return <Land key="beside" label={w.compareMap} layers={[later]} beside={beside} height={420} {...shown} />;
  }
  const reference = { ...later, kind: 'reference' as const };
  return (
    <>
      <Sums difference={difference} />
      <Land key="difference" label={w.compareMap} layers={[reference, ...difference]} height={420} {...shown} />
    </>
  );
}

function Sums({ difference }: { readonly difference: readonly LandLayer[] }) {
  const w = useWords(words);
  const named = { kept: w.kept, gained: w.gained, lost: w.lost };
  const rows = (['kept', 'gained', 'lost'] as const).flatMap((kind) => {
    const layer = difference.find(({ id }) => id === kind);
    const area = layer?.features.reduce((sum, { shape }) => sum + areaOf(shape), 0);
    return area === undefined ? [] : [[named[kind], <LandArea key={kind} m2={area.toFixed(2)} />] as const];
  });
  return <Facts rows={rows} />;
}

const tones: Readonly<Record<BlockChange['kind'], Tone>> = { added: 'good', removed: 'bad', changed: 'warn', same: 'quiet' };

function Changes({ changes, onShow }: { readonly changes: readonly BlockChange[]; readonly onShow: (change: BlockChange) => void }) {
  const w = useWords(words);
  const unit = useAreaUnitWord();
  const area = (shape: BlockChange['before']) => (shape ? <LandArea m2={areaOf(shape).toFixed(2)} bare /> : '—');
  const columns: readonly Column<BlockChange>[] = [
    { key: 'block', title: w.block, render: (row) => `${row.name}（${row.code}）` },
    {
      key: 'kind',
      title: w.changed,
      tight: true,
      important: true,
      render: (row) => <StateWord tone={tones[row.kind]}>{w.changes[row.kind]}</StateWord>,
    },
    { key: 'before', title: w.before, unit, numeric: true, important: true, render: (row) => area(row.before) },
    { key: 'after', title: w.after, unit, numeric: true, important: true, render: (row) => area(row.after) },
  ];
  return (
    <>
      {changes.every(({ kind }) => kind === 'same') ? <StateWord tone="good">{w.sameLand}</StateWord> : null}
      <DataTable
        caption={w.compareTitle}
        columns={columns}
        rows={changes}
        rowKey={(row) => row.code}
        onOpen={onShow}
        maxHeight="40vh"
        empty={null}
      />
    </>
  );
}
