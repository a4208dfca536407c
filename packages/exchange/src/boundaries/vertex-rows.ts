// The rows of a table of vertices, for CSV and workbook: the system above, headings, then one row a vertex. A block's further fields
// stand in its first row.
import { trainingMark } from './fields.ts';
import { codeField, type Figures, fieldsOf, figuresOf, nameField, type Outgoing, otherTitles, systemWords, titleOf } from './outgoing.ts';

export interface VertexRow {
  readonly code: string;
  readonly name: string;
  readonly ring: number;
  readonly point: number;
  readonly figures: Figures;
  readonly others: readonly string[];
}

export interface VertexRows {
  readonly banner: string;
  readonly system: readonly [string, string];
  readonly headings: readonly string[];
  readonly rows: readonly VertexRow[];
}

export function vertexRows(out: Outgoing): VertexRows {
  const figures = figuresOf(out.system);
  const others = otherTitles(out.features, out.training);
  const rows: VertexRow[] = [];
  for (const feature of out.features) {
    const { code, name, shape } = feature;
    const fields = new Map(fieldsOf(feature, out.training));
    let point = 0;
    for (const [index, ring] of shape.flat().entries()) {
      for (const position of ring) {
        point += 1;
        rows.push({
          code,
          name,
          ring: index + 1,
          point,
          figures: figures(position),
          others: point === 1 ? others.map((title) => fields.get(title) ?? '') : [],
        });
      }
    }
  }
  const banner = out.training ? `${titleOf(out)}（${trainingMark}：虚构，不是真实界址）` : titleOf(out);
  const headings = [codeField, nameField, '环号', '点号', ...axesOf(out), ...others];
  return { banner, system: ['坐标系', systemWords(out.system)], headings, rows };
}

function axesOf({ system }: Outgoing): readonly [string, string] {
  if (system.kind === 'geographic') return system.order === 'lon-lat' ? ['经度', '纬度'] : ['纬度', '经度'];
  return system.order === 'north-east' ? ['X（北）', 'Y（东）'] : ['Y（东）', 'X（北）'];
}
