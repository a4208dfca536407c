// The second step: a person sees the blocks on the map in each system the figures allow, and says which one it is.
import { boxOf, type Crs, isSurveyGrade, type Shape } from '@zhenghe/engine/boundaries';
import { useMemo, useState } from 'react';
import { usePlaceName, useView } from '../../shell/index.ts';
import { Button, Failed, type LandLayer, Notice, Section, useSay, useWords } from '../../ui/index.ts';
import { countyFrom, outlineShapes } from '../county.ts';
import { crsKey, sketchedIn } from '../crs-choices.ts';
import { useBoundaryActions, useOutlines, usePlaceFor } from '../hooks.ts';
import { blockLayer } from '../land-layers.ts';
import type { Feature, Found, Mapping, Reading } from '../shapes.ts';
import { type Lies, liesOf } from '../where.ts';
import { words } from '../words-upload.ts';
import { FieldMapping, mappedTwice } from './field-mapping.tsx';
import { FileFacts } from './file-facts.tsx';
import { Land } from './land.tsx';
import { SystemChoice } from './system-choice.tsx';

interface ConfirmProps {
  readonly reading: Reading;
  readonly found: Found;
  readonly onAgain: () => void;
}

export function ConfirmReading({ reading, found, onAgain }: ConfirmProps) {
  const w = useWords(words);
  const { on } = useView();
  const { confirm, cancel } = useBoundaryActions();
  const [crs, setCrs] = useState<Crs | undefined>(found.guesses[0]?.crs);
  const [mapping, setMapping] = useState<Mapping>(found.mapping);
  const place = usePlaceFor(reading.target);
  const sketch = useSketch(found, crs, place);
  const twice = mappedTwice(mapping);
  const away = () => cancel.mutate({ id: reading.id }, { onSettled: onAgain });
  return (
    <>
      <FileFacts reading={reading} />
      <div className="confirm-columns">
        <Section title={w.confirmTitle} note={w.confirmNote}>
          <SystemChoice guesses={found.guesses} chosen={crs} lies={sketch.lies} onChoose={setCrs} />
          {crs && !isSurveyGrade(crs) ? (
            <Notice tone="warn" title={w.notSurvey}>
              {w.notSurveyNext}
            </Notice>
          ) : null}
        </Section>
        <SketchMap key={`${crs ? crsKey(crs) : ''} ${sketch.county.length > 0}`} crs={crs} place={place} sketch={sketch} />
      </div>
      <FieldMapping fields={found.fields} mapping={mapping} onChange={setMapping} />
      <Notes notes={found.notes} />
      {confirm.error ? <Failed error={confirm.error} /> : null}
      <div className="button-row">
        <Button
          kind="main"
          disabled={crs === undefined || twice !== null}
          busy={confirm.isPending}
          onClick={() => (crs ? confirm.mutate({ id: reading.id, crs, mapping, on }) : undefined)}
        >
          {w.confirm}
        </Button>
        <Button busy={cancel.isPending} onClick={away}>
          {w.again}
        </Button>
      </div>
    </>
  );
}

interface Sketch {
  readonly features: readonly Feature[];
  /** The outline of the place the file is for; none while it is not known. */
  readonly county: Shape;
  readonly lies: Lies;
}

function useSketch(found: Found, crs: Crs | undefined, place: string): Sketch {
  const outlines = useOutlines();
  const drawn = found.guesses[0]?.crs;
  const features = useMemo(() => (crs ? sketchedIn(found.sketch, drawn, crs) : []), [found.sketch, drawn, crs]);
  const county = useMemo(() => countyFrom([], outlines, place)?.shape ?? [], [outlines, place]);
  const lies = useMemo(() => liesOf(features, county, outlineShapes(outlines, '').flat()), [features, county, outlines]);
  return { features, county, lies };
}

interface SketchMapProps {
  readonly crs: Crs | undefined;
  readonly place: string;
  readonly sketch: Sketch;
}

/** The blocks as the system chosen reads them, within the outline of the place they are for. Another system is another place: it begins anew. */
function SketchMap({ crs, place, sketch: { features, county } }: SketchMapProps) {
  const w = useWords(words);
  const placeName = usePlaceName();
  const layers = useMemo(() => {
    const around: LandLayer = {
      ...{ id: 'county', label: placeName(place), kind: 'reference', visible: true },
      // The counties' own names stand on the map already.
      features: [{ code: place, name: '', shape: county }],
    };
    return [...(county.length > 0 ? [around] : []), blockLayer(features, w.sketch)];
  }, [features, county, place, placeName, w.sketch]);
  const all = useMemo(() => ({ shape: [...county, ...features.flatMap(({ shape }) => shape)], turn: 1 }), [county, features]);
  if (!crs || features.length === 0) return <Notice tone="warn" title={crs ? w.notHere : w.noGuess} />;
  return (
    <div className="sketch" data-land>
      <Land label={w.sketchLabel} layers={layers} look={all} height={360} />
      <p className="note number">{cornersOf(features)}</p>
    </div>
  );
}

/** The map's twin: where the blocks lie, in degrees. */
function cornersOf(features: readonly Feature[]): string {
  const [west, south, east, north] = boxOf(features.flatMap(({ shape }) => shape));
  return `${west.toFixed(4)}°–${east.toFixed(4)}° E，${south.toFixed(4)}°–${north.toFixed(4)}° N`;
}

function Notes({ notes }: { readonly notes: Found['notes'] }) {
  const w = useWords(words);
  const say = useSay();
  if (notes.length === 0) return null;
  return (
    <details className="reading-notes" open={notes.length <= 5}>
      <summary>{w.notesTitle(notes.length)}</summary>
      <ul>
        {notes.map((note, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes have no identity and never change order
          <li key={index}>
            {note.at === null ? '' : `${w.noteAt(note.at)} · `}
            {say(note.text)}
          </li>
        ))}
      </ul>
    </details>
  );
}
