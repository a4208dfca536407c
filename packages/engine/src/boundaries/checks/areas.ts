// Areas as measured against areas as declared (annex 1), and blocks that must not share land.
import { isMissing, type Said } from '../../kernel/index.ts';
import type { BlockArea } from '../report.ts';
import { blockPlace, type Check, type Measured, nothingDrawn, whole } from './check.ts';

export const declaredArea: Check<'declared-area'> = (rule, measured) => {
  const nothing = nothingDrawn(measured);
  if (nothing) return nothing;
  const known = new Map(measured.blocks.map((block) => [block.code, block]));
  const said = measured.input.blocks.flatMap(({ code }) => {
    const block = known.get(code);
    return block ? oneBlock(block, measured, rule.digit) : [withoutBoundary(code, measured)];
  });
  const wrong = said.filter(({ outcome }) => outcome !== 'pass');
  if (wrong.length > 0) return wrong;
  const message = {
    zh: `${said.length} 个区块的测算面积与附表填写的面积一致（精确到 ${rule.digit} km²）。`,
    en: `The measured areas of ${said.length} blocks agree with the annex to ${rule.digit} km².`,
  };
  return [{ outcome: 'pass', where: whole, cells: [whole], message }];
};

function oneBlock(block: BlockArea, measured: Measured, digit: string): readonly Said[] {
  const where = blockPlace(measured, block.code, 'areaAfter');
  const shown = `${(Number(block.measured) / 1_000_000).toFixed(4)} km²`;
  const base = { key: block.code, where, cells: [where], measured: shown };
  if (isMissing(block.declared) || block.difference === null) {
    const message = { zh: `${block.name}测得 ${shown}，附表没有填面积。`, en: `${block.name} measures ${shown}; the annex gives no area.` };
    return [{ ...base, outcome: 'unknown', message, mend: { zh: '在附表补填面积。', en: 'Fill the area in.' } }];
  }
  const message = {
    zh: `${block.name}测得 ${shown}，附表填写 ${block.declared} km²，相差 ${block.difference} km²。`,
    en: `${block.name} measures ${shown}; the annex says ${block.declared} km²: a difference of ${block.difference} km².`,
  };
  const allowed = `${block.declared} km²`;
  if (Number(block.difference) === 0) return [{ ...base, allowed, outcome: 'pass', message }];
  const mend = { zh: `改正边界或附表，两者须一致到 ${digit} km²。`, en: `Mend the boundary or the annex: they agree to ${digit} km².` };
  return [{ ...base, allowed, outcome: 'fail', message, mend }];
}

function withoutBoundary(code: string, measured: Measured): Said {
  const where = blockPlace(measured, code);
  const message = {
    zh: `${where.label}没有边界，或界线有误，面积无从测算。`,
    en: `${where.label} has no sound boundary, so it cannot be measured.`,
  };
  return { key: code, outcome: 'unknown', where, cells: [where], message, mend: { zh: '补上它的边界。', en: 'Add its boundary.' } };
}

export const blocksApart: Check<'blocks-apart'> = (_rule, measured) =>
  problemsOf(measured, 'block-overlap', {
    zh: '区块之间没有重叠。',
    en: 'No two blocks overlap.',
  });

export const insideCounty: Check<'inside-county'> = (_rule, measured) => {
  const { county } = measured.input;
  if (!county) {
    const message = { zh: '没有县界可比，无法判断。', en: 'There is no county boundary to hold it against.' };
    return [{ outcome: 'unknown', where: whole, cells: [whole], message }];
  }
  return problemsOf(measured, 'outside-county', {
    zh: county.official ? `全部在${county.name}界内。` : `都在${county.name}示意界线附近以内（示意界线误差约 500 米，不作依据）。`,
    en: county.official
      ? `All of it lies in ${county.name}.`
      : `All of it lies in ${county.name}, as far as an outline for orientation tells (about 500 m).`,
  });
};

function problemsOf(measured: Measured, kind: 'block-overlap' | 'outside-county', fine: Said['message']): readonly Said[] {
  const nothing = nothingDrawn(measured);
  if (nothing) return nothing;
  const found = measured.problems.filter((problem) => problem.kind === kind && problem.standing !== 'repaired');
  if (found.length === 0) return [{ outcome: 'pass', where: whole, cells: [whole], message: fine }];
  return found.map((problem) => {
    const where = blockPlace(measured, problem.place.feature);
    const other = problem.other === undefined ? [] : [blockPlace(measured, problem.other)];
    const size = problem.measured ? { measured: `${problem.measured.value} m²` } : {};
    return {
      key: [problem.place.feature, ...(problem.other === undefined ? [] : [problem.other])].join(':'),
      outcome: problem.standing === 'mend' ? 'fail' : 'unknown',
      where,
      cells: [where, ...other],
      ...size,
      allowed: '0 m²',
      message: problem.message,
      mend: { zh: '在地图上改正界线。', en: 'Mend the boundary on the map.' },
    };
  });
}
