// The workbench: blocks drawn on the map, what is wrong and what they measure beside it, saved as revisions, kept at the end (F07, F117).
import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import { useLeave, useView } from '../../shell/index.ts';
import {
  Button,
  Empty,
  Failed,
  LandCorners,
  type LandLayer,
  LandMap,
  Notice,
  Section,
  StateWord,
  Toggle,
  useNarrow,
  useSay,
  useWords,
} from '../../ui/index.ts';
import { countyFrom } from '../county.ts';
import { useLayerShapes, useLayers, useOutlines, usePlanBoundaries } from '../hooks.ts';
import { marksOf, sortedFindings } from '../land-layers.ts';
import { BlocksTable } from '../parts/blocks-table.tsx';
import { KeepStep } from '../parts/keep-step.tsx';
import { useLandLook } from '../parts/land.tsx';
import { usePlaceLayers } from '../parts/use-place-layers.ts';
import type { BoundaryDraft } from '../shapes.ts';
import { words } from '../words-map.ts';
import { type AnnexPlan, asDraft, blocksNow, notDrawn } from './blocks.ts';
import { FindingsPanel } from './findings-panel.tsx';
import { KeptDrawing } from './kept-drawing.tsx';
import { NamingDialog } from './naming-dialog.tsx';
import { Toolbar, takeKey } from './toolbar.tsx';
import { type Acts, useActs } from './use-acts.ts';
import { type Comparison, comparisons, useDifference } from './use-comparison.ts';
import { type Drawing, useDrawing } from './use-drawing.ts';
import { type Live, useDesk, useLive } from './use-live.ts';

interface WorkbenchProps {
  readonly draft: BoundaryDraft;
  /** The plan it is for; null when it is a layer. */
  readonly plan: AnnexPlan | null;
}

export function Workbench({ draft, plan }: WorkbenchProps) {
  const w = useWords(words);
  const narrow = useNarrow(900);
  const drawing = useDrawing(draft);
  const desk = useDesk();
  const acts = useActs(drawing, desk);
  const place = draft.target.kind === 'layer' ? draft.target.jurisdiction : (plan?.jurisdiction ?? '');
  const around = useSurroundings(place);
  const live = useLive(desk, drawing.history.now, around.county);
  const [how, setHow] = useState<Comparison>('none');
  const before = useBefore(drawing, plan === null ? null : draft.target);
  const difference = useDifference({ desk, how, before: before.features, after: drawing.history.now });
  useLeave(drawing.dirty, w.leave);
  const now = drawing.history.now;
  return (
    <div className="stack">
      <State drawing={drawing} live={live} narrow={narrow} />
      {narrow ? null : <KeptDrawing drawing={drawing} />}
      {now.length === 0 ? <Start acts={acts} plan={plan} around={around} narrow={narrow} /> : null}
      <Desktop
        {...{ draft, plan, drawing, acts, live, narrow, how }}
        layers={[...around.layers, ...difference]}
        before={before}
        onHow={setHow}
        areas={live.checked?.areas ?? {}}
      />
      {acts.naming ? (
        <NamingDialog
          key={acts.naming.kind}
          naming={acts.naming}
          taken={new Set(now.map(({ code }) => code).filter((code) => !acts.naming?.replaces.includes(code)))}
          offered={notDrawn(now, plan)}
          onName={acts.name}
          onClose={acts.putAway}
        />
      ) : null}
      {!drawing.dirty && now.length > 0 && !narrow ? <KeepStep draft={drawing.saved} /> : null}
    </div>
  );
}

interface Surroundings {
  readonly layers: readonly LandLayer[];
  readonly county: ReturnType<typeof countyFrom>;
  readonly approved: { readonly label: string; readonly pieces: BoundaryDraft['features'] } | null;
}

/** Layers in force there that day, and the land it should lie in. */
function useSurroundings(place: string): Surroundings {
  const say = useSay();
  const rows = useLayers(place).data;
  const ids = useMemo(() => rows?.map(({ id }) => id) ?? [], [rows]);
  const layers = usePlaceLayers(ids);
  const answers = useLayerShapes(ids);
  const key = answers.map(({ data }) => data?.id ?? '').join();
  const outlines = useOutlines();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the queries change their identity with each drawing, their answers by `key` only
  const shapes = useMemo(() => answers.flatMap(({ data }) => data ?? []), [key]);
  const county = useMemo(() => countyFrom(shapes, outlines, place), [shapes, outlines, place]);
  const approved = shapes.find(({ kind }) => kind === 'approved');
  return { layers, county, approved: approved ? { label: say(approved.title), pieces: approved.shapes } : null };
}

interface Before {
  readonly label: string;
  readonly features: BoundaryDraft['features'];
}

/** What the plan carries now; else the revision saved last. */
function useBefore(drawing: Drawing, target: BoundaryDraft['target'] | null): Before {
  const w = useWords(words);
  const plan = target?.kind === 'plan' ? target.plan : '';
  const carried = usePlanBoundaries(plan, undefined, plan !== '').data;
  const { features } = drawing.saved;
  return useMemo(
    () => (carried ? { label: w.carried, features: carried.features } : { label: w.before, features }),
    [carried, features, w],
  );
}

function State({ drawing, live, narrow }: { readonly drawing: Drawing; readonly live: Live; readonly narrow: boolean }) {
  const w = useWords(words);
  const { saved, dirty, theirs } = drawing;
  const open = live.checked?.findings.filter(({ standing }) => standing === 'mend').length;
  if (narrow) return <Notice title={w.readOnlyNarrow} />;
  return (
    <>
      <div className="draw-state">
        <span>{w.revision(saved.revision)}</span>
        {dirty ? (
          <StateWord tone="warn">{w.unsaved}</StateWord>
        ) : saved.revision > 1 ? (
          <StateWord tone="good">{w.saved(saved.revision)}</StateWord>
        ) : null}
        {!dirty && open === 0 && saved.features.length > 0 ? <StateWord tone="good">{w.clean}</StateWord> : null}
        <Button kind={dirty ? 'main' : 'plain'} disabled={!dirty} busy={drawing.saving} onClick={drawing.save}>
          {w.save}
        </Button>
      </div>
      {theirs ? (
        <Notice
          tone="bad"
          title={w.meanwhile}
          action={
            <div className="button-row">
              <Button onClick={drawing.saveMine}>{w.keepMine}</Button>
              <Button onClick={drawing.takeTheirs}>{w.takeTheirs}</Button>
            </div>
          }
        >
          {w.meanwhileNext}
        </Notice>
      ) : null}
      {drawing.error ? <Failed error={drawing.error} /> : null}
    </>
  );
}

interface StartProps {
  readonly acts: Acts;
  readonly plan: AnnexPlan | null;
  readonly around: Surroundings;
  readonly narrow: boolean;
}

function Start({ acts, plan, around: { approved }, narrow }: StartProps) {
  const w = useWords(words);
  const take = approved && !narrow && plan ? () => acts.start(asDraft(approved.pieces, plan)) : null;
  return (
    <Empty title={w.empty} action={take ? <Button onClick={take}>{w.startFrom(approved?.label ?? '')}</Button> : undefined}>
      {w.emptyNext}
    </Empty>
  );
}

interface DesktopProps extends WorkbenchProps {
  readonly drawing: Drawing;
  readonly acts: Acts;
  readonly live: Live;
  readonly narrow: boolean;
  readonly layers: readonly LandLayer[];
  readonly before: Before;
  readonly how: Comparison;
  readonly onHow: (how: Comparison) => void;
  readonly areas: Readonly<Record<string, string>>;
}

function Desktop(props: DesktopProps) {
  const { draft, plan, drawing, acts, live, narrow, areas } = props;
  const w = useWords(words);
  const [look, go] = useLandLook();
  const now = drawing.history.now;
  const findings = useMemo(() => sortedFindings(live.checked?.findings ?? draft.findings), [live.checked, draft.findings]);
  const blocks = useMemo(() => blocksNow(now, areas, plan), [now, areas, plan]);
  const chosen = now.find(({ code }) => code === acts.selected);
  const show = (code: string) => {
    acts.select(code);
    go({ shape: now.find((feature) => feature.code === code)?.shape });
  };
  return (
    <>
      <div className="draw-columns">
        <Board {...props} look={look} findings={findings} onLook={go} />
        <div className="stack">
          <Section title={w.findings}>
            <FindingsPanel
              findings={findings}
              live={live}
              features={now}
              canMend={!narrow}
              onSee={({ place }) => go({ at: place.point, shape: place.shape })}
              onMend={acts.mend}
            />
          </Section>
          <Section
            title={chosen ? w.corners(chosen.name) : w.corners(w.blocks)}
            actions={
              chosen && !narrow ? (
                <Button small label={w.renameTitle(chosen.name)} onClick={acts.rename}>
                  {w.rename}
                </Button>
              ) : null
            }
          >
            {chosen ? (
              <LandCorners
                name={chosen.name}
                shape={chosen.shape}
                disabled={narrow}
                onChange={(shape) => acts.onShapes(new Map([[chosen.code, shape]]))}
                onSee={(at) => go({ at })}
              />
            ) : (
              <p className="note">{w.cornersNext}</p>
            )}
          </Section>
        </div>
      </div>
      <BlocksTable blocks={blocks} onShow={show} selected={acts.selected ?? undefined} />
    </>
  );
}

interface BoardProps extends DesktopProps {
  readonly look: ReturnType<typeof useLandLook>[0];
  readonly findings: readonly BoundaryDraft['findings'][number][];
  readonly onLook: ReturnType<typeof useLandLook>[1];
}

function Board({ draft, plan, drawing, acts, narrow, layers, before, how, onHow, look, findings, onLook }: BoardProps) {
  const w = useWords(words);
  const say = useSay();
  const { on } = useView();
  const [snapping, setSnapping] = useState(true);
  const [hidden, hide] = useState<ReadonlyMap<string, boolean>>(new Map());
  const shown = useMemo(() => layers.map((layer) => ({ ...layer, visible: hidden.get(layer.id) ?? layer.visible })), [layers, hidden]);
  const onToggle = useCallback((layer: string, visible: boolean) => hide((now) => new Map(now).set(layer, visible)), []);
  const marks = useMemo(() => marksOf(findings, say), [findings, say]);
  const beside = useMemo(() => besideOf(how, before, w.now), [how, before, w.now]);
  const tools = { acts, drawing, snapping, onSnapping: setSnapping };
  const onKey = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog, [role="combobox"]');
    if (!narrow && !typing && takeKey(event, tools)) event.preventDefault();
  };
  const choices = comparisons.map((value) => ({
    value,
    label: { none: w.compareNone, beside: w.compareBeside, difference: w.compareDifference }[value],
  }));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the tools count anywhere within the board
    <div data-land onKeyDown={onKey}>
      {narrow ? null : <Toolbar {...tools} />}
      <Toggle label={w.compare} value={how} choices={choices} onChange={onHow} />
      <LandMap
        label={w.mapLabel}
        layers={shown}
        onToggle={onToggle}
        marks={marks}
        onMark={(id) => onLook({ at: findings[Number(id)]?.place.point, shape: findings[Number(id)]?.place.shape })}
        selected={acts.selected}
        onSelect={acts.select}
        {...(look ? { look } : {})}
        {...(beside ? { beside } : {})}
        editing={{
          ...{ features: drawing.history.now, tool: narrow ? 'select' : acts.tool, snapping, picked: acts.picked },
          ...{ onShapes: acts.onShapes, onDrawn: acts.onDrawn, onCut: acts.onCut, onPick: acts.pick },
        }}
        sheet={{ title: plan ? w.sheet(plan.title) : w.layerSheet, day: on, training: draft.dataset === 'training' }}
        height={narrow ? 380 : 560}
      />
    </div>
  );
}

function besideOf(how: Comparison, before: Before, here: string) {
  if (how !== 'beside') return null;
  const layer: LandLayer = { id: 'before', label: before.label, kind: 'block', features: before.features, visible: true };
  return { label: before.label, here, layers: [layer] };
}
