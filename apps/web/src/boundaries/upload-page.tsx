// A file handed in, in four steps: drop it, confirm system and fields on the map, see what it comes to, keep it (F07, F10).
// The reading stands in the address, so that a page opened anew goes on where it was.
import { layerNames } from '@zhenghe/engine/boundaries';
import { useAddress, useParam, usePlaceName, useView } from '../shell/index.ts';
import { Answer, Link, Page, useSay, useWords } from '../ui/index.ts';
import { useDraft, useReading } from './hooks.ts';
import { ConfirmReading } from './parts/confirm-reading.tsx';
import { DraftResult } from './parts/draft-result.tsx';
import { HandIn } from './parts/hand-in.tsx';
import { ReadingFailed } from './parts/reading-failed.tsx';
import { ReadingProgress } from './parts/reading-progress.tsx';
import type { Reading, Target } from './shapes.ts';
import { layerTargetOf } from './target.ts';
import { words } from './words-upload.ts';
import './boundaries.css';

export function PlanUploadPage() {
  const plan = useParam('id');
  const w = useWords(words);
  return (
    <Page title={w.title} answers={w.answer}>
      <p>
        <Link to={`/plans/${encodeURIComponent(plan)}`} search={{ tab: 'boundaries' }}>
          {w.backToPlan}
        </Link>
      </p>
      <Wizard target={{ kind: 'plan', plan }} />
    </Page>
  );
}

export function LayerUploadPage() {
  const [search] = useAddress();
  const { place } = useView();
  const w = useWords(words);
  const say = useSay();
  const placeName = usePlaceName();
  const target = layerTargetOf(search.layer, search.for ?? place);
  return (
    <Page title={w.layerTitle(say(layerNames[target.layer]), placeName(target.jurisdiction))} answers={w.answer}>
      <p>
        <Link to="/boundaries">{w.backToLayers}</Link>
      </p>
      <Wizard target={target} />
    </Page>
  );
}

function Wizard({ target }: { readonly target: Target }) {
  const [search, change] = useAddress();
  const reading = useReading(search.reading);
  const made = search.draft ?? reading.data?.draft ?? undefined;
  const draft = useDraft(made);
  const again = () => change({ reading: undefined, draft: undefined });
  const stage = made === undefined ? reading.data?.stage : 'done';
  return (
    <>
      <Steps at={search.reading === undefined && made === undefined ? 0 : stage === 'done' ? 2 : 1} />
      {search.reading === undefined && made === undefined ? (
        <HandIn target={target} onReading={(id) => change({ reading: id, draft: undefined })} />
      ) : null}
      {made === undefined && search.reading !== undefined ? (
        <Answer query={reading}>{(now) => <Stage reading={now} onAgain={again} />}</Answer>
      ) : null}
      {made === undefined ? null : <Answer query={draft}>{(now) => <DraftResult key={now.id} draft={now} onAgain={again} />}</Answer>}
    </>
  );
}

function Stage({ reading, onAgain }: { readonly reading: Reading; readonly onAgain: () => void }) {
  if (reading.stage === 'confirm' && reading.found) return <ConfirmReading reading={reading} found={reading.found} onAgain={onAgain} />;
  if (reading.stage === 'failed' || reading.stage === 'cancelled') return <ReadingFailed reading={reading} onAgain={onAgain} />;
  return <ReadingProgress reading={reading} />;
}

function Steps({ at }: { readonly at: number }) {
  const w = useWords(words).steps;
  return (
    <ol className="wizard-steps" aria-label={w.list}>
      {[w.file, w.confirm, w.result].map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined} className={index < at ? 'past' : ''}>
          {step}
        </li>
      ))}
    </ol>
  );
}
