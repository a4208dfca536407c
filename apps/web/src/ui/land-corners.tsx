// The corners of one block as a table of figures: read, typed over, added and removed by keyboard, in degrees or in the metres of its
// 3-degree Gauss–Krüger zone. What the mouse does on the map, without a mouse. Loaded when it is opened.
import { boxOf, type Position, project, type Shape, unproject } from '@zhenghe/engine/boundaries';
import { useEffect, useMemo, useState } from 'react';
import { insertAfter, moveVertex, removeVertex, rounded, type VertexPath } from './land-figures.ts';
import { gaussKruger, meridianOf } from './land-plane.ts';
import { useWords } from './language.tsx';
import { Toggle } from './toggle.tsx';
import { words } from './words-land.ts';

export interface LandCornersProps {
  readonly name: string;
  readonly shape: Shape;
  readonly disabled?: boolean;
  readonly onChange: (shape: Shape) => void;
  readonly onSee: (position: Position) => void;
}

interface Corner {
  readonly path: VertexPath;
  readonly word: string;
  readonly at: Position;
}

type Form = 'degrees' | 'metres';

export function CornersTable(props: LandCornersProps) {
  const w = useWords(words);
  const [form, setForm] = useState<Form>('degrees');
  const [west, , east] = boxOf(props.shape);
  const meridian = meridianOf((west + east) / 2);
  const figures = useMemo(() => figuresIn(form, meridian), [form, meridian]);
  const corners = cornersOf(props.shape);
  const choices = [
    { value: 'degrees' as const, label: w.degrees },
    { value: 'metres' as const, label: w.metres },
  ];
  const heads = form === 'degrees' ? [w.lon, w.lat] : [w.northing, w.east];
  return (
    <div className="land-corners stack">
      <Toggle label={w.figures} value={form} choices={choices} onChange={setForm} />
      {form === 'metres' ? <p className="note">{w.plane(meridian)}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="table-box" style={{ maxHeight: 320 }} tabIndex={0} aria-label={w.cornersOf(props.name)}>
        <table className="data">
          <thead>
            <tr>
              {[w.corner, ...heads].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {corners.map((corner) => (
              <CornerRow key={corner.word} corner={corner} figures={figures} heads={heads} table={props} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

interface RowProps {
  readonly corner: Corner;
  readonly figures: Figures;
  readonly heads: readonly string[];
  readonly table: LandCornersProps;
}

function CornerRow({ corner: { path, word, at }, figures, heads, table }: RowProps) {
  const w = useWords(words);
  const { shape, disabled = false, onChange, onSee } = table;
  const written = figures.write(at);
  const take = (index: 0 | 1, text: string) => {
    const next = figures.read(index === 0 ? [text, written[1]] : [written[0], text]);
    if (next) onChange(moveVertex(shape, path, next));
    return next !== null;
  };
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" title={w.see(word)} onClick={() => onSee(at)}>
          {word}
        </button>
      </th>
      {([0, 1] as const).map((index) => (
        <td key={index} className="numeric">
          <FigureInput
            label={`${word} ${heads[index] ?? ''}`}
            value={written[index]}
            disabled={disabled}
            onTake={(text) => take(index, text)}
          />
        </td>
      ))}
      <td className="tight">
        <button
          type="button"
          className="icon-button"
          disabled={disabled}
          aria-label={w.addAfter(word)}
          title={w.addAfter(word)}
          onClick={() => onChange(insertAfter(shape, path))}
        >
          +
        </button>
        <button
          type="button"
          className="icon-button"
          disabled={disabled}
          aria-label={w.remove(word)}
          title={w.remove(word)}
          onClick={() => onChange(removeVertex(shape, path))}
        >
          −
        </button>
      </td>
    </tr>
  );
}

interface FigureInputProps {
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  /** False when the text is no coordinate. */
  readonly onTake: (text: string) => boolean;
}

/** Taken over on Enter or when it is left; Escape gives the figure back. */
function FigureInput({ label, value, disabled, onTake }: FigureInputProps) {
  const w = useWords(words);
  const [typed, setTyped] = useState(value);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setTyped(value);
    setWrong(false);
  }, [value]);
  const take = () => {
    if (typed !== value) setWrong(!onTake(typed));
  };
  return (
    <input
      className="figure-input"
      aria-label={label}
      aria-invalid={wrong}
      title={wrong ? w.noNumber : undefined}
      inputMode="decimal"
      disabled={disabled}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        if (event.key === 'Escape') setTyped(value);
      }}
    />
  );
}

function cornersOf(shape: Shape): readonly Corner[] {
  const many = shape.length > 1 || shape.some((polygon) => polygon.length > 1);
  return shape.flatMap((polygon, p) =>
    polygon.flatMap((ring, r) =>
      ring.slice(0, -1).map((at, v) => ({
        path: { polygon: p, ring: r, vertex: v },
        word: many ? `${p + 1}.${r + 1} J${v + 1}` : `J${v + 1}`,
        at,
      })),
    ),
  );
}

interface Figures {
  readonly write: (at: Position) => readonly [string, string];
  readonly read: (texts: readonly [string, string]) => Position | null;
}

/** Metres as a survey writes them: X north first, to the millimetre, without the number of the zone. */
function figuresIn(form: Form, meridian: number): Figures {
  const crs = { ...gaussKruger(meridian), order: 'north-east' } as const;
  const [there, back] = form === 'metres' ? [project(crs), unproject(crs)] : [null, null];
  return {
    write: (at) => {
      const [first, second] = there ? there(at) : at;
      return [first.toFixed(there ? 3 : 9), second.toFixed(there ? 3 : 9)];
    },
    read: (texts) => {
      const [first = Number.NaN, second = Number.NaN] = texts.map((text) => (text.trim() === '' ? Number.NaN : Number(text)));
      const [lon, lat] = back ? back([first, second]) : [first, second];
      const onEarth = Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
      return onEarth ? rounded([lon, lat]) : null;
    },
  };
}
