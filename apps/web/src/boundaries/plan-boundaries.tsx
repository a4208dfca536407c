// The boundaries of one version of a plan: none yet, or map, areas, overlaps, pieces, growth, townships and land balance.
import type { Shape } from '@zhenghe/engine/boundaries';
import { useMemo } from 'react';
import { useOpen } from '../shell/index.ts';
import { Answer, Button, Empty, Link, Notice, useSay, useWords } from '../ui/index.ts';
import { useBoundaryRules, usePlanBoundaries } from './hooks.ts';
import { blockLayer, growthLayers } from './land-layers.ts';
import { BlocksTable } from './parts/blocks-table.tsx';
import { ExportMenu } from './parts/export-menu.tsx';
import { GrowthTable } from './parts/growth-table.tsx';
import { Land, useLandLook } from './parts/land.tsx';
import { LandBalance } from './parts/land-balance.tsx';
import { OverlapsTable } from './parts/overlaps-table.tsx';
import { Pieces } from './parts/pieces.tsx';
import { TownshipsTable } from './parts/townships-table.tsx';
import { usePlaceLayers } from './parts/use-place-layers.ts';
import type { PlanBoundaries as Carried } from './shapes.ts';
import { drawingPath } from './target.ts';
import { words } from './words.ts';
import './boundaries.css';

interface PlanBoundariesProps {
  readonly plan: string;
  readonly jurisdiction: string;
  readonly version: number;
  readonly latest: number;
  readonly training: boolean;
  /** The reader drafts this plan and may change it now. */
  readonly mayChange: boolean;
  /** Work in the annex that is not saved: a new set of boundaries would lose it. */
  readonly unsaved: boolean;
  /** Names of zones by code. */
  readonly zones: ReadonlyMap<string, string>;
}

export function PlanBoundaries(props: PlanBoundariesProps) {
  const query = usePlanBoundaries(props.plan, props.version);
  return (
    <div className="plan-boundaries" data-place="boundaries" tabIndex={-1}>
      <Answer query={query}>{(carried) => (carried ? <Shown {...props} carried={carried} /> : <NoneYet {...props} />)}</Answer>
    </div>
  );
}

function NoneYet(props: PlanBoundariesProps) {
  const w = useWords(words);
  const say = useSay();
  const rules = useBoundaryRules(props.jurisdiction);
  return (
    <Empty title={w.none} action={<Ways {...props} none />}>
      {rules && rules.length > 0 ? w.noneAnswer(rules.length, rules.map(({ title }) => say(title)).join(w.semicolon)) : null}
      <br />
      {props.mayChange ? w.noneBring : w.noneReader}
    </Empty>
  );
}

function Ways({ plan, version, latest, mayChange, unsaved, none = false }: PlanBoundariesProps & { readonly none?: boolean }) {
  const w = useWords(words);
  const open = useOpen();
  const path = `/plans/${encodeURIComponent(plan)}/boundaries/upload`;
  const title = unsaved ? w.unsavedFirst : undefined;
  return (
    <div className="button-row">
      {mayChange && version === latest ? (
        <>
          <Button kind={none ? 'main' : 'plain'} disabled={unsaved} title={title} onClick={() => open(path)}>
            {none ? w.upload : w.uploadNew}
          </Button>
          <Button disabled={unsaved} title={title} onClick={() => open(drawingPath({ kind: 'plan', plan }))}>
            {none ? w.draw : w.change}
          </Button>
        </>
      ) : null}
      {none ? null : <ExportMenu of={{ plan, version }} />}
      <Link to="/boundaries/parcels">{w.parcelsLink}</Link>
    </div>
  );
}

function Shown(props: PlanBoundariesProps & { readonly carried: Carried }) {
  const { carried, zones, training } = props;
  const { report, features } = carried;
  const w = useWords(words);
  const [look, go] = useLandLook();
  const layers = useLandLayers(carried);
  const names = useMemo(() => new Map([...zones, ...features.map(({ code, name }) => [code, name] as const)]), [zones, features]);
  const shapeOf = (codes: readonly string[]): Shape => features.filter(({ code }) => codes.includes(code)).flatMap(({ shape }) => shape);
  return (
    <div className="stack">
      {training ? <p className="note">{w.training}</p> : null}
      {carried.surveyGrade ? null : <Notice tone="warn" title={w.notSurvey} />}
      <Ways {...props} />
      <div data-land>
        <Land label={w.mapLabel} layers={layers} height={440} {...(look ? { look } : {})} />
      </div>
      <BlocksTable blocks={report.blocks} zones={zones} onShow={(code) => go({ shape: shapeOf([code]) })} />
      <OverlapsTable report={report} onShow={(overlap) => go({ at: overlap.place.point, shape: overlap.shape })} />
      <Pieces report={report} features={features} zones={zones} onShow={(codes) => go({ shape: shapeOf(codes) })} />
      <GrowthTable report={report} names={names} onShow={(growth) => go({ shape: [...growth.gainedShape, ...growth.lostShape] })} />
      <TownshipsTable townships={report.townships} />
      <LandBalance features={features} />
    </div>
  );
}

function useLandLayers({ report, features }: Carried) {
  const w = useWords(words);
  const wanted = useMemo(() => report.layers.map(({ id }) => id), [report.layers]);
  const reference = usePlaceLayers(wanted);
  return useMemo(
    () => [...reference, blockLayer(features, w.blocksLayer), ...growthLayers(report, 'approved', { gained: w.gained, lost: w.lost })],
    [reference, features, report, w],
  );
}
