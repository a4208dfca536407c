// The land survey's 界址点 text: the head, a line for each block, its vertices north first and clockwise. GBK, as survey programs expect.
import { areaOf, type Feature, type Position } from '@zhenghe/engine/boundaries';
import { trainingMark } from './fields.ts';
import { encodeGbk } from './gbk.ts';
import { clockwise, type Figures, figuresOf, northFirstOf, type Outgoing, titleOf } from './outgoing.ts';

export function writeSurvey(out: Outgoing): { readonly bytes: Uint8Array; readonly encoding: 'gb18030' | 'utf-8' } {
  const system = northFirstOf(out.system);
  const figures = figuresOf(system);
  const lines = [...headOf({ ...out, system }), '[地块坐标]'];
  for (const feature of out.features) lines.push(...blockOf(feature, out.training, figures));
  const text = `${lines.join('\r\n')}\r\n`;
  const bytes = encodeGbk(text);
  return bytes ? { bytes, encoding: 'gb18030' } : { bytes: Buffer.from(text), encoding: 'utf-8' };
}

function headOf(out: Outgoing): readonly string[] {
  const { system, on } = out;
  const plane = system.kind === 'gauss-kruger' ? system : null;
  const zone = plane && (plane.width === 3 ? plane.meridian / 3 : (plane.meridian + 3) / 6);
  return [
    '[属性描述]',
    '格式版本号=1.01版本',
    `数据产生单位=${plain(titleOf(out))}`,
    `数据产生日期=${on ?? ''}`,
    `坐标系=${system.datum === 'wgs84' ? 'WGS84' : '2000国家大地坐标系'}`,
    `几度分带=${plane?.width ?? ''}`,
    `投影类型=${plane ? '高斯克吕格' : ''}`,
    `计量单位=${plane ? '米' : '度'}`,
    // Where no whole number of zones leads to the meridian, the meridian itself is written.
    `带号=${plane && zone !== null ? (Number.isInteger(zone) ? zone : plane.meridian) : ''}`,
    `精度=${plane ? '0.0001' : '0.000000001'}`,
    '转换参数=,,,,,,',
  ];
}

function blockOf(
  { code, name, shape, attributes }: Feature,
  training: boolean,
  figures: (position: Position) => Figures,
): readonly string[] {
  const rings = shape.flat().map((ring) => clockwise(ring));
  const points = rings.reduce((sum, ring) => sum + ring.length, 0);
  const hectares = attributes.面积 ?? (areaOf(shape) / 10_000).toFixed(4);
  const remark = training ? trainingMark : (attributes.备注 ?? '');
  const cells = [String(points), hectares, code, name, '面', attributes.图幅号 ?? '', attributes.用途 ?? '', remark, '@'];
  let number = 0;
  const vertices = rings.flatMap((ring, index) => {
    const first = number + 1;
    return ring.map((position, at) => {
      const point = at === ring.length - 1 ? first : ++number;
      return `J${point},${index + 1},${figures(position).join(',')}`;
    });
  });
  return [cells.map(plain).join(','), ...vertices];
}

/** A comma would begin the next cell, a break the next line. */
function plain(text: string): string {
  return text.replace(/[,，]/g, '、').replace(/[\r\n]+/g, ' ');
}
