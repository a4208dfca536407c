// A map of land whole: the map, its legend, its notes, and the table of the same.
import { LandCanvas } from './land-canvas.tsx';
import type { LandMapProps } from './land-marks.ts';
import { LandSwatch } from './land-swatch.tsx';
import { LandTable } from './land-table.tsx';
import { useWords } from './language.tsx';
import { words as kitWords } from './words.ts';
import { words } from './words-land.ts';

export function LandFigure(props: LandMapProps) {
  const kit = useWords(kitWords);
  const w = useWords(words);
  return (
    <figure className="land map">
      <div style={{ height: props.height ?? 520 }}>
        <LandCanvas {...props} />
      </div>
      <figcaption>
        <Legend {...props} />
        <p className="note">
          {kit.mapNote} {w.keys}
        </p>
        <details>
          <summary>{w.asTable}</summary>
          <LandTable {...props} />
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
