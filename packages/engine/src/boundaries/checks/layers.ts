// Layers: protected land may not be used (S2-(十三)), development stays within its boundary, reserve is kept.
import { Decimal, type Said } from '../../kernel/index.ts';
import { areaOf } from '../ellipsoid.ts';
import type { LayerKind } from '../layer.ts';
import type { LayerMet } from '../report.ts';
import { areaWords, blockPlace, type Check, layerNames, type Measured, nothingDrawn, whole, zonePlace } from './check.ts';

export const noOverlap: Check<'no-overlap'> = (rule, measured) => {
  const nothing = nothingDrawn(measured);
  if (nothing) return nothing;
  return rule.layers.flatMap((kind) => {
    if (!has(measured, kind)) return [missingLayer(kind)];
    const found = measured.overlaps.filter((overlap) => overlap.kind === kind && new Decimal(overlap.area).greaterThan(rule.tolerance));
    return found.length === 0 ? [clear(kind)] : found.map((overlap, index) => touched(overlap, measured, index));
  });
};

function touched(overlap: LayerMet, measured: Measured, index: number): Said {
  const where = blockPlace(measured, overlap.feature);
  const name = layerNames[overlap.kind];
  const size = areaWords(overlap.area);
  const percent = `${new Decimal(overlap.share).times(100).toFixed(2)} %`;
  return {
    key: `${overlap.kind}:${overlap.feature}:${overlap.piece}:${index}`,
    outcome: 'fail',
    where,
    cells: [where],
    measured: size,
    allowed: '0',
    message: {
      zh: `${where.label}压占${name.zh}（${overlap.piece}）${size}，占该区块 ${percent}。`,
      en: `${where.label} lies on ${name.en} (${overlap.piece}) over ${size}, ${percent} of the block.`,
    },
    mend: { zh: '调整界线，退出这一范围。', en: 'Draw the boundary back out of it.' },
  };
}

function clear(kind: LayerKind): Said {
  const name = layerNames[kind];
  const message = { zh: `没有压占${name.zh}。`, en: `Nothing lies on ${name.en}.` };
  return { key: kind, outcome: 'pass', where: whole, cells: [whole], message };
}

function missingLayer(kind: LayerKind): Said {
  const name = layerNames[kind];
  const message = {
    zh: `没有当日有效的${name.zh}图层，无法判断。`,
    en: `No layer “${name.en}” is in force on the day, so it cannot be told.`,
  };
  return {
    key: kind,
    outcome: 'unknown',
    where: whole,
    cells: [whole],
    message,
    mend: { zh: '请主管部门上传图层。', en: 'Ask its department for the layer.' },
  };
}

function has(measured: Measured, kind: LayerKind): boolean {
  return measured.input.layers.some((layer) => layer.kind === kind);
}

export const withinLayer: Check<'within-layer'> = (rule, measured) => {
  const nothing = nothingDrawn(measured);
  if (nothing) return nothing;
  if (!has(measured, rule.layer)) return [missingLayer(rule.layer)];
  const name = layerNames[rule.layer];
  const said = measured.blocks.flatMap((block): readonly Said[] => {
    const beyond = new Decimal(areaOf(measured.beyond.get(rule.layer)?.get(block.code) ?? []).toFixed(2));
    if (beyond.lessThanOrEqualTo(rule.tolerance)) return [];
    const where = blockPlace(measured, block.code);
    const size = areaWords(beyond.toFixed(2));
    const message = { zh: `${block.name}有 ${size} 在${name.zh}以外。`, en: `${size} of ${block.name} lies outside the ${name.en}.` };
    return [{ key: block.code, outcome: 'fail', where, cells: [where], measured: size, allowed: '0', message }];
  });
  if (said.length > 0) return said;
  const message = { zh: `全部在${name.zh}以内。`, en: `All of it lies within the ${name.en}.` };
  return [{ outcome: 'pass', where: whole, cells: [whole], message }];
};

export const reserveKept: Check<'reserve-kept'> = (rule, measured) => {
  const nothing = nothingDrawn(measured);
  if (nothing) return nothing;
  if (!has(measured, 'reserve')) return [missingLayer('reserve')];
  return measured.pieces.map(({ zone, pieces }) => {
    const codes = new Set(pieces.flatMap(({ features }) => features));
    const total = pieces.reduce((sum, { area }) => sum.plus(area), new Decimal(0));
    const kept = measured.overlaps
      .filter(({ kind, feature }) => kind === 'reserve' && codes.has(feature))
      .reduce((sum, { area }) => sum.plus(area), new Decimal(0));
    const share = total.isZero() ? new Decimal(0) : kept.dividedBy(total);
    const shown = `${share.times(100).toFixed(2)} %`;
    const where = zonePlace(measured, zone);
    const base = { key: zone, where, cells: [where], measured: shown };
    const message = {
      zh: `${where.label}留白 ${areaWords(kept.toFixed(2))}，占 ${shown}。`,
      en: `${where.label} keeps ${areaWords(kept.toFixed(2))} in reserve, ${shown} of it.`,
    };
    if (rule.minShare === null)
      return {
        ...base,
        outcome: 'unknown',
        message: { zh: `${message.zh}条文没有给出比例。`, en: `${message.en} The text gives no share.` },
      };
    const allowed = `≥ ${new Decimal(rule.minShare).times(100).toFixed(2)} %`;
    return { ...base, allowed, message, outcome: share.greaterThanOrEqualTo(rule.minShare) ? 'pass' : 'fail' };
  });
};
