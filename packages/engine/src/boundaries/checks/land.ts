// Pieces of a zone (S2-二(二)), growth beyond what was approved (S2-(十三), F08), and townships with much protected land (F09).
import { answerTo, Decimal, findingId, type Said, shownAnswer } from '../../kernel/index.ts';
import type { Growth } from '../report.ts';
import { areaWords, blockPlace, type Check, type Measured, nothingDrawn, whole, zonePlace } from './check.ts';

export const contiguous: Check<'contiguous'> = (rule, measured) => {
  const nothing = nothingDrawn(measured);
  if (nothing) return nothing;
  return measured.pieces.map(({ zone, pieces, largestShare }) => {
    const where = zonePlace(measured, zone);
    const share = new Decimal(largestShare);
    const percent = `${share.times(100).toFixed(1)} %`;
    const base = { key: zone, where, cells: [where], measured: `${pieces.length}（${percent}）` };
    const message = {
      zh: `${where.label}分为 ${pieces.length} 片，最大一片占 ${percent}${rule.gap === null ? '' : `（间隔 ${rule.gap} 米以内算相连）`}。`,
      en: `${where.label} lies in ${pieces.length} piece${pieces.length === 1 ? '' : 's'}; the largest holds ${percent}${rule.gap === null ? '' : ` (no further than ${rule.gap} m apart counts as one)`}.`,
    };
    if (pieces.length === 1) return { ...base, outcome: 'pass', message };
    if (rule.largestShare === null) {
      const unset = {
        zh: `${message.zh}条文说“相对集中连片”，没有给出数目。`,
        en: `${message.en} The text says “fairly contiguous” and gives no figure.`,
      };
      return { ...base, outcome: 'unknown', message: unset };
    }
    const allowed = `≥ ${new Decimal(rule.largestShare).times(100).toFixed(1)} %`;
    return { ...base, allowed, message, outcome: share.greaterThanOrEqualTo(rule.largestShare) ? 'pass' : 'fail' };
  });
};

/** Land gained needs its written reason and paper, like growth of the figures. */
export const boundaryGrowth: Check<'boundary-growth'> = (rule, measured) => {
  const nothing = nothingDrawn(measured);
  if (nothing) return nothing;
  const approved = measured.growth.filter(({ against }) => against === 'approved');
  const compared = approved.length > 0 ? approved : measured.growth;
  if (compared.length === 0) {
    const message = {
      zh: '没有核准四至，也没有上一版方案可比。',
      en: 'There is no approved boundary and no earlier plan to compare with.',
    };
    return [{ outcome: 'unknown', where: whole, cells: [whole], message }];
  }
  return compared.map((growth) => oneGrowth(rule, growth, measured));
};

function oneGrowth(rule: Parameters<typeof boundaryGrowth>[0], growth: Growth, measured: Measured): Said {
  const where = growth.against === 'approved' ? zonePlace(measured, growth.feature) : blockPlace(measured, growth.feature);
  const gained = areaWords(growth.gained);
  const base = { key: growth.feature, where, cells: [where], measured: `+${gained}` };
  const size = {
    zh: `${where.label}保留 ${areaWords(growth.kept)}，新增 ${gained}，减少 ${areaWords(growth.lost)}。`,
    en: `${where.label} keeps ${areaWords(growth.kept)}, gains ${gained} and loses ${areaWords(growth.lost)}.`,
  };
  if (new Decimal(growth.gained).lessThanOrEqualTo(rule.tolerance)) return { ...base, outcome: 'pass', message: size };
  const answer = answerTo(measured.input.answers, rule.id, findingId(rule, growth.feature), 'reason');
  if (answer?.paper?.trim()) {
    return { ...base, outcome: 'pass', message: size, settled: { blocking: false, answer: shownAnswer(answer) } };
  }
  return {
    ...base,
    outcome: 'fail',
    message: { zh: `${size.zh}新增部分须有理由和批准文件。`, en: `${size.en} What is gained needs its reason and paper.` },
    mend: { zh: '写明理由并填上批准文件，或退回原界线。', en: 'Give the reason and its paper, or draw back to the approved boundary.' },
    settled: { blocking: true },
  };
}

export const protectedTownship: Check<'protected-township'> = (rule, measured) => {
  if (measured.townships.length === 0) {
    const message = { zh: '没有乡镇界图层，保护面积占比无从测算。', en: 'Without township limits no protected share can be measured.' };
    return [{ outcome: 'unknown', where: whole, cells: [whole], message }];
  }
  const hosted = measured.townships.filter(({ name }) => measured.input.hosted.includes(name));
  if (hosted.length === 0) {
    const message = { zh: '没有乡镇（街道）由开发区托管。', en: 'No township is hosted by a zone.' };
    return [{ outcome: 'pass', where: whole, cells: [whole], message }];
  }
  return hosted.map(({ township, name, share, protectedArea }) => {
    const percent = `${new Decimal(share).times(100).toFixed(1)} %`;
    const where = { table: 'townships', row: name, field: 'protectedShare', label: name };
    const base = { key: township, where, cells: [where], measured: percent };
    const message = {
      zh: `${name}保护面积 ${areaWords(protectedArea)}，占 ${percent}。`,
      en: `${areaWords(protectedArea)} of ${name} is protected, ${percent}.`,
    };
    if (rule.maxShare === null) {
      return {
        ...base,
        outcome: 'unknown',
        message: { zh: `${message.zh}条文只说“较高”，没有给出数目。`, en: `${message.en} The text says “high” and gives no figure.` },
      };
    }
    const allowed = `≤ ${new Decimal(rule.maxShare).times(100).toFixed(1)} %`;
    return { ...base, allowed, message, outcome: new Decimal(share).lessThanOrEqualTo(rule.maxShare) ? 'pass' : 'fail' };
  });
};
