// The map on an A3 sheet: the same layers at a true round scale, with frame, title, north, legend, day and the two marks. Printed map
// equals screen; always light.
import View from 'ol/View';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { grouped } from './area.ts';
import type { LandMapProps, LandSheet as SheetWords } from './land-marks.ts';
import { paperBar, paperResolution } from './land-paper.ts';
import type { Plane } from './land-plane.ts';
import { openScene } from './land-scene.ts';
import { LandSwatch } from './land-swatch.tsx';
import { tilesFor } from './land-tiles.ts';
import { useWords } from './language.tsx';
import { light } from './theme.ts';
import { words as kitWords } from './words.ts';
import { words } from './words-land.ts';

/** Dots of print for a CSS pixel: about 200 to the inch. */
const sharpness = 2;

interface LandSheetProps {
  readonly props: LandMapProps;
  readonly sheet: SheetWords;
  readonly plane: Plane;
  readonly center: readonly number[];
  readonly scale: number;
  readonly onDone: () => void;
}

export function LandSheet({ props, sheet, plane, center, scale, onDone }: LandSheetProps) {
  const w = useWords(words);
  const kit = useWords(kitWords);
  const target = useRef<HTMLDivElement>(null);
  const picture = usePicture(target, { props, plane, center, scale });
  const bar = paperBar(scale);
  useEffect(() => {
    const close = () => onDone();
    window.addEventListener('afterprint', close);
    return () => window.removeEventListener('afterprint', close);
  }, [onDone]);
  return createPortal(
    <section className="land-sheet" aria-hidden="true" data-ready={picture !== null}>
      <div className="land-sheet-inner">
        <h1>{sheet.title}</h1>
        <div className="map-part">
          {picture === null ? (
            <div ref={target} style={{ width: '100%', height: '100%' }} />
          ) : (
            <img src={picture.data} alt="" onLoad={() => window.print()} />
          )}
          {sheet.training ? <span className="training-mark">{w.training}</span> : null}
          <North word={w.north} />
        </div>
        <footer>
          <SheetLegend props={props} />
          <div className="scale">
            <div>{w.scale(grouped(String(scale)))}</div>
            <span className="scale-bar" style={{ width: `${bar.millimetres}mm` }} />{' '}
            {bar.metres < 1000 ? `${bar.metres} m` : `${bar.metres / 1000} km`}
          </div>
          <div>
            {w.plane(plane.meridian)} · {w.made(sheet.day)}
            <br />
            {w.unapproved} {kit.mapNote} {picture?.credit ? w.groundBy(picture.credit) : null}
          </div>
        </footer>
      </div>
    </section>,
    document.body,
  );
}

function North({ word }: { readonly word: string }) {
  return (
    <svg className="north" viewBox="0 0 24 36" aria-hidden="true">
      <path d="M12 10l7 24-7-6-7 6z" fill="#fff" stroke="#000" />
      <path d="M12 10v18l-7 6z" fill="#000" />
      <text x="12" y="8" textAnchor="middle" fontSize="9" fontWeight="600">
        {word}
      </text>
    </svg>
  );
}

function SheetLegend({ props }: { readonly props: LandMapProps }) {
  return (
    <div className="land-legend">
      {props.editing ? (
        <span>
          <LandSwatch kind="block" printed />
          {props.label}
        </span>
      ) : null}
      {props.layers
        .filter(({ visible }) => visible)
        .map(({ id, kind, label }) => (
          <span key={id}>
            <LandSwatch kind={kind} printed />
            {label}
          </span>
        ))}
    </div>
  );
}

type Asked = Pick<LandSheetProps, 'props' | 'plane' | 'center' | 'scale'>;

interface Picture {
  /** As an address of its own. */
  readonly data: string;
  /** Whose ground map lies under it; null without one. */
  readonly credit: string | null;
}

/** Draws the map once at the sheet's own size, and answers it as a picture. */
function usePicture(target: { readonly current: HTMLDivElement | null }, asked: Asked): Picture | null {
  const [picture, setPicture] = useState<Picture | null>(null);
  const first = useRef(asked);
  useEffect(() => {
    const box = target.current;
    if (!box) return;
    const { props, plane, center, scale } = first.current;
    const view = new View({
      projection: plane.projection,
      center: [...center],
      resolution: paperResolution(scale),
      constrainResolution: false,
    });
    const scene = openScene({ target: box, view, plane, pixelRatio: sharpness, still: true });
    const dress = { palette: light, dark: false, selected: null, picked: [] };
    let left = false;
    const draw = async () => {
      const ground = await tilesFor(plane);
      scene.ground(ground?.layers ?? []);
      await scene.showOutlines(light);
      scene.showLayers(props.layers, dress);
      scene.showBlocks(props.editing?.features ?? [], dress);
      scene.showMarks(props.marks ?? [], dress);
      scene.map.once('rendercomplete', () => (left ? undefined : setPicture({ data: pictureOf(box), credit: ground?.credit ?? null })));
      scene.map.render();
    };
    void draw();
    return () => {
      left = true;
      scene.close();
    };
  }, [target]);
  return picture;
}

/** All canvases of the map in one, on white. */
function pictureOf(box: HTMLElement): string {
  const paper = document.createElement('canvas');
  [paper.width, paper.height] = [box.clientWidth * sharpness, box.clientHeight * sharpness];
  const pen = paper.getContext('2d');
  if (!pen) return '';
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, paper.width, paper.height);
  for (const canvas of box.querySelectorAll('canvas')) {
    if (canvas.width > 0) pen.drawImage(canvas, 0, 0, paper.width, paper.height);
  }
  return paper.toDataURL('image/png');
}
