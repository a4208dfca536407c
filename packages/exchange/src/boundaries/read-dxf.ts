// DXF as text: closed polylines (and hatches where no polyline is drawn), arcs as chords, layers and texts as attributes.
import { type Unreadable, unreadable } from '../kernel/index.ts';
import { type Drawing, drawingReader } from './dxf-entities.ts';
import { featuresOf } from './dxf-features.ts';
import { trainingMark } from './fields.ts';
import { addUp, type ReadRaw, type Source } from './source.ts';
import { eastFirst, type Statement, statementOf } from './statement.ts';
import { type Encoding, encodingOf, linesOf, notText } from './text.ts';

export async function readDxf(source: Source): Promise<ReadRaw | Unreadable> {
  const { bytes, pace, gathering } = source;
  const encoding = encodingOf(bytes);
  if (!encoding) return unreadable(notText);
  const drawing = await readPairs(source, encoding);
  if ('ok' in drawing) return drawing;
  const leftOut = new Map(drawing.leftOut);
  if (drawing.lines.length > 0 && drawing.hatches.length > 0) addUp(leftOut, 'HATCH', drawing.hatches.length);
  if (drawing.arcs > 0) gathering.note(null, arcs(drawing.arcs));
  if (drawing.comments.some((comment) => comment.includes(trainingMark))) gathering.training();
  const features = gathering.refusal() ? [] : await featuresOf(drawing, gathering, pace);
  return { ok: true, format: 'dxf', encoding: encoding.name, leftOut, statement: statementIn(drawing.comments), features };
}

/** A DXF is pairs of lines: a group code, then its value. */
async function readPairs({ bytes, pace, gathering }: Source, encoding: Encoding): Promise<Drawing | Unreadable> {
  const reader = drawingReader(gathering);
  let code: number | null = null;
  for await (const { first, lines } of linesOf(bytes, encoding, pace)) {
    for (const [index, text] of lines.entries()) {
      if (code === null) {
        code = Number.parseInt(text, 10);
        if (Number.isNaN(code)) return unreadable(noCode(first + index, text));
        continue;
      }
      const value = text.trim();
      if (code === 0 && value === 'EOF') return reader.finish();
      reader.pair(code, value, first + index);
      code = null;
    }
    if (gathering.full()) return reader.finish();
  }
  gathering.problem({}, cut);
  return reader.finish();
}

/** Ours alone say it, in a comment; a drawing has no other place for it. */
function statementIn(comments: readonly string[]): Statement | null {
  const said = comments.find((comment) => /坐标系|CRS/i.test(comment));
  return said === undefined ? null : statementOf(said.replace(/^[^:：]*[:：]/, '').trim(), eastFirst);
}

function noCode(line: number, text: string) {
  const shown = text.slice(0, 40);
  return {
    zh: `DXF 第 ${line} 行应是组码（整数），却是「${shown}」：文件残缺或不是 DXF。`,
    en: `Line ${line} of the DXF should be a group code (an integer) but is "${shown}": the file is damaged or no DXF.`,
  };
}

const cut = { zh: 'DXF 没有结尾标记 EOF，文件被截断。', en: 'The DXF has no EOF at its end: it was cut.' };

function arcs(count: number) {
  return {
    zh: `${count} 段圆弧按弦展开，偏差不超过 1 毫米。`,
    en: `${count} arcs were drawn out as chords, none further than 1 mm from its arc.`,
  };
}
