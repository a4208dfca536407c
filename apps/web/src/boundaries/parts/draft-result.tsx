// The third step: findings with their places, areas beside the annex, layers and clauses; then it is kept.
import { findingFromWire } from '@zhenghe/contract/finding-wire';
import { useMemo } from 'react';
import { useOpen } from '../../shell/index.ts';
import { Button, FindingCard, Notice, Section, useSay, useWords } from '../../ui/index.ts';

import { useZoneNames } from '../hooks.ts';
import { blockLayer, marksOf, sortedFindings } from '../land-layers.ts';
import type { BoundaryDraft, ShapeFinding } from '../shapes.ts';
import { drawingPath, drawingSearch } from '../target.ts';
import { words as common } from '../words.ts';
import { words } from '../words-upload.ts';
import { BlocksTable } from './blocks-table.tsx';
import { KeepStep } from './keep-step.tsx';
import { Land, useLandLook } from './land.tsx';
import { OverlapsTable } from './overlaps-table.tsx';
import { ShapeFindings } from './shape-findings.tsx';
import { usePlaceLayers } from './use-place-layers.ts';

export function DraftResult({ draft, onAgain }: { readonly draft: BoundaryDraft; readonly onAgain: () => void }) {
  const w = useWords(words);
  const [look, go] = useLandLook();
  const findings = useMemo(() => sortedFindings(draft.findings), [draft.findings]);
  const show = (finding: ShapeFinding) => go({ at: finding.place.point, shape: finding.place.shape });
  const showBlock = (code: string) => go({ shape: draft.features.find((feature) => feature.code === code)?.shape });
  const { report } = draft;
  const zones = useZoneNames(draft.target);
  return (
    <>
      <Standing draft={draft} onAgain={onAgain} />
      <DraftMap draft={draft} findings={findings} look={look} />
      <ShapeFindings findings={findings} onShow={show} />
      {report ? (
        <>
          <BlocksTable blocks={report.blocks} zones={zones} onShow={showBlock} />
          <OverlapsTable report={report} onShow={(overlap) => go({ at: overlap.place.point, shape: overlap.shape })} />
          <Rules draft={draft} />
        </>
      ) : null}
      <KeepStep draft={draft} />
      <p className="visually-hidden">{w.resultTitle}</p>
    </>
  );
}

function Standing({ draft, onAgain }: { readonly draft: BoundaryDraft; readonly onAgain: () => void }) {
  const w = useWords(words);
  const open = useOpen();
  const left = draft.findings.filter(({ standing }) => standing === 'mend').length;
  const { strangers } = draft;
  return (
    <div className="stack">
      {draft.surveyGrade ? null : (
        <Notice tone="warn" title={w.notSurvey}>
          {w.notSurveyNext}
        </Notice>
      )}
      <Notice tone={draft.clean ? 'good' : 'bad'} title={draft.clean ? w.clean : w.notClean(left + strangers.length)}>
        {draft.clean ? null : w.mendHow}
      </Notice>
      {strangers.length > 0 ? (
        <Notice tone="bad" title={w.strangersTitle(strangers.length)}>
          {w.strangersNext} <span className="codes">{strangers.join(w.systems.listed)}</span>
        </Notice>
      ) : null}
      <div className="button-row">
        <Button onClick={() => open(drawingPath(draft.target), { ...drawingSearch(draft.target), draft: draft.id })}>{w.draw}</Button>
        <Button onClick={onAgain}>{w.corrected}</Button>
      </div>
    </div>
  );
}

interface DraftMapProps {
  readonly draft: BoundaryDraft;
  readonly findings: readonly ShapeFinding[];
  readonly look: ReturnType<typeof useLandLook>[0];
}

function DraftMap({ draft, findings, look }: DraftMapProps) {
  const w = useWords(words);
  const c = useWords(common);
  const say = useSay();
  const wanted = useMemo(() => new Set(draft.report?.layers.map(({ id }) => id)), [draft.report]);
  const reference = usePlaceLayers(wanted);
  const layers = useMemo(() => [...reference, blockLayer(draft.features, c.blocksLayer)], [reference, draft.features, c]);
  return (
    <div data-land>
      <Land label={w.resultMap} layers={layers} marks={marksOf(findings, say)} height={440} {...(look ? { look } : {})} />
    </div>
  );
}

/** What rules say of the draft that is not a matter of its shapes alone; passes are folded. */
function Rules({ draft }: { readonly draft: BoundaryDraft }) {
  const w = useWords(words);
  const findings = draft.report?.findings.filter(({ outcome }) => outcome !== 'pass') ?? [];
  if (findings.length === 0) return null;
  return (
    <Section title={w.rulesTitle}>
      <ul className="findings">
        {findings.map((finding) => (
          <li key={finding.id}>
            <FindingCard finding={findingFromWire(finding)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
