// A map of land: layers with their legend, marks, drawing, a sheet for paper, and a table of the same. OpenLayers comes when it is shown.
import { lazy, Suspense } from 'react';
import type { LandMapProps } from './land-marks.ts';
import { LandSwatch } from './land-swatch.tsx';
import { useWords } from './language.tsx';
import { Loading } from './states.tsx';
import { words as kitWords } from './words.ts';
import { words } from './words-land.ts';

const Canvas = lazy(() => import('./land-canvas.tsx').then((module) => ({ default: module.LandCanvas })));
const Table = lazy(() => import('./land-table.tsx').then((module) => ({ default: module.LandTable })));

export function LandMap(props: LandMapProps) {
  const kit = useWords(kitWords);
  const w = useWords(words);
  return (
    <figure className="land map">
      <div style={{ height: props.height ?? 520 }}>
        <Suspense fallback={<Loading rows={10} />}>
          <Canvas {...props} />
        </Suspense>
      </div>
      <figcaption>
        <Legend {...props} />
        <p className="note">
          {kit.mapNote} {w.keys}
        </p>
        <details>
          <summary>{w.asTable}</summary>
          <Suspense fallback={<Loading rows={4} />}>
            <Table {...props} />
          </Suspense>
        </details>
      </figcaption>
    </figure>
  );
}

/** Switches where the page lets layers be switched; else what is drawn, in words. */
function Legend({ layers, editing, label, onToggle }: LandMapProps) {
  const w = useWords(words);
  return (
    <fieldset className="land-legend">
      <legend className="visually-hidden">{w.layers}</legend>
      {editing ? (
        <span>
          <LandSwatch kind="block" />
          {label}
        </span>
      ) : null}
      {layers.map(({ id, label: name, kind, visible }) =>
        onToggle ? (
          <label key={id}>
            <input type="checkbox" checked={visible} onChange={(event) => onToggle(id, event.target.checked)} />
            <LandSwatch kind={kind} />
            {name}
          </label>
        ) : (
          <span key={id}>
            <LandSwatch kind={kind} />
            {name}
          </span>
        ),
      )}
    </fieldset>
  );
}
