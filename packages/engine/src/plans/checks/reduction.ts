// Cut of bodies and of staff against the share asked for (S2-二(一), F16). Two denominators, two findings.
import { Decimal, isMissing, type Place, percentAgainst, type Said } from '../../kernel/index.ts';
import type { Check, RuleOf } from './check.ts';

const columns = {
  bodies: { before: 'bodiesBefore', after: 'bodiesAfter', zh: '管理机构', en: 'Management bodies', unit: '个' },
  staff: { before: 'staffBefore', after: 'staffAfter', zh: '管理人员', en: 'Management staff', unit: '人' },
} as const;

export const reducedAtLeast: Check<'reduced-at-least'> = (rule, { plan }) => {
  const column = columns[rule.of];
  const beforePlace: Place = { table: 'organisation', field: column.before, label: column.zh };
  const afterPlace: Place = { table: 'organisation', field: column.after, label: column.zh };
  const line = new Decimal(rule.share);
  const base = { where: afterPlace, cells: [beforePlace, afterPlace], allowed: `≥ ${percentAgainst(line, line)}` };
  const { [column.before]: before, [column.after]: after } = plan.organisation;
  if (isMissing(before) || isMissing(after)) {
    return [{ ...base, outcome: 'unknown', ...notGiven(rule, isMissing(before), isMissing(after)) }];
  }
  if (before <= 0) return [{ ...base, outcome: 'unknown', ...noBase(rule) }];
  const share = new Decimal(before).minus(after).dividedBy(before);
  // The comparison is by products, so that a share such as 1/3 is never rounded before it is judged.
  const enough = new Decimal(before).minus(after).greaterThanOrEqualTo(line.times(before));
  const measured = percentAgainst(share, line);
  return [{ ...base, measured, outcome: enough ? 'pass' : 'fail', ...cut(rule, before, after, measured, enough) }];
};

function notGiven(rule: RuleOf<'reduced-at-least'>, before: boolean, after: boolean): Pick<Said, 'message' | 'mend'> {
  const column = columns[rule.of];
  const zh = [...(before ? ['整合前'] : []), ...(after ? ['整合后'] : [])];
  const en = [...(before ? ['before'] : []), ...(after ? ['after'] : [])];
  return {
    message: {
      zh: `${column.zh}压减比例无法计算，缺少${zh.join('、')}的数量。`,
      en: `${column.en}: the cut cannot be measured; the number ${en.join(' and ')} is not given.`,
    },
    mend: { zh: '补填整合前后的数量。', en: 'Fill in the numbers before and after.' },
  };
}

function noBase(rule: RuleOf<'reduced-at-least'>): Pick<Said, 'message' | 'mend'> {
  const column = columns[rule.of];
  return {
    message: {
      zh: `${column.zh}整合前为 0 ${column.unit}，没有可以压减的基数。`,
      en: `${column.en}: 0 before, so there is nothing to measure a cut against.`,
    },
    mend: { zh: '核对整合前的数量。', en: 'Check the number before.' },
  };
}

function cut(
  rule: RuleOf<'reduced-at-least'>,
  before: number,
  after: number,
  measured: string,
  enough: boolean,
): Pick<Said, 'message' | 'mend'> {
  const column = columns[rule.of];
  const line = percentAgainst(new Decimal(rule.share), new Decimal(rule.share));
  const message = {
    zh: `${column.zh}由 ${before} ${column.unit}减到 ${after} ${column.unit}，压减 ${measured}，要求不少于 ${line}。`,
    en: `${column.en} go from ${before} to ${after}, a cut of ${measured}; at least ${line} is asked for.`,
  };
  return enough ? { message } : { message, mend: { zh: '继续精简。', en: 'Cut further.' } };
}
