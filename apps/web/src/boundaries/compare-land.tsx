// Two versions of a plan's boundaries: as a difference, or side by side; and as a list of blocks.
import { areaOf } from '@zhenghe/engine/boundaries';
import { useMemo } from 'react';
import { useAddress } from '../shell/index.ts';
import { Answer, type Column, DataTable, Notice, Section, StateWord, Toggle, type Tone, useAreaUnitWord, useWords } from '../ui/index.ts';
import { type BlockChange, blockChanges } from './changes.ts';
import { usePlanBoundaries } from './hooks.ts';
import { blockLayer } from './land-layers.ts';
import { Land, useLandLook } from './parts/land.tsx';
import { LandArea } from './parts/land-area.tsx';
import type { Feature } from './shapes.ts';
import { words } from './words.ts';
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

function Compared({ before, after, names }: ComparedProps) {
  const w = useWords(words);
  const [search, change] = useAddress();
  const [look, go] = useLandLook();
  const view = search.land === 'beside' ? 'beside' : 'difference';
  const changes = useMemo(() => blockChanges(before ?? [], after ?? []), [before, after]);
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
        <ComparedMap view={view} before={before ?? []} after={after ?? []} changes={changes} names={names} look={look} />
      </div>
      <Changes changes={changes} onShow={(row) => go({ shape: row.shape })} />
    </div>
  );
}

interface ComparedMapProps {
  readonly view: 'difference' | 'beside';
  readonly before: readonly Feature[];
  readonly after: readonly Feature[];
  readonly changes: readonly BlockChange[];
  readonly names: CompareLandProps['names'];
  readonly look: ReturnType<typeof useLandLook>[0];
}

function ComparedMap({ view, before, after, changes, names, look }: ComparedMapProps) {
  const w = useWords(words);
  const shown = look ? { look } : {};
  const layers = useMemo(() => {
    if (view === 'beside') return [blockLayer(after, names.to)];
    const of = (kinds: readonly BlockChange['kind'][]) => changes.filter(({ kind }) => kinds.includes(kind)).map(({ code }) => code);
    const pick = (features: readonly Feature[], codes: readonly string[]) => features.filter(({ code }) => codes.includes(code));
    const layer = (id: 'kept' | 'gained' | 'lost', label: string, features: readonly Feature[]) => ({
      id,
      label,
      kind: id,
      features,
      visible: true,
    });
    return [
      layer('kept', w.changes.same, pick(after, of(['same']))),
      layer('lost', names.from, pick(before, of(['removed', 'changed']))),
      layer('gained', names.to, pick(after, of(['added', 'changed']))),
    ].filter(({ features }) => features.length > 0);
  }, [view, before, after, changes, names.from, names.to, w]);
  return view === 'beside' ? (
    <Land
      key="beside"
      label={w.compareMap}
      layers={layers}
      beside={{ label: names.from, here: names.to, layers: [blockLayer(before, names.from)] }}
      height={420}
      {...shown}
    />
  ) : (
    <Land key="difference" label={w.compareMap} layers={layers} height={420} {...shown} />
  );
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
