// The answer as a file, with what each figure means; invented data is named as such in the file and in its name.
import type { PivotQuestion } from '@zhenghe/contract/explorer';
import { periodsBehind, planFor } from '@zhenghe/engine/explorer';
import { calibreAt, type Indicator } from '@zhenghe/engine/indicators';
import { periodStart } from '@zhenghe/engine/kernel';
import { type IndicatorMeta, type PivotExport, pivotCsv, pivotJson, pivotXlsx } from '@zhenghe/exchange/explorer';
import type { z } from 'zod';
import type { Context } from '../platform/api.ts';
import { pivotAnswer } from './answer.ts';
import { listLastApprovals } from './card-queries.ts';
import { addressOf, askedLines } from './export-words.ts';
import { cubeOf, wholeOf } from './holding.ts';

type Asked = z.output<typeof PivotQuestion> & { readonly format: 'xlsx' | 'csv' | 'json'; readonly language: 'zh' | 'en' };

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
} as const;

export async function exportFile(
  context: Pick<Context, 'db' | 'rulebook' | 'caller'>,
  { format, language, ...question }: Asked,
): Promise<File> {
  const answer = await pivotAnswer(context, question);
  const exported: PivotExport = {
    ...{ answer, dataset: question.dataset, language, on: question.on },
    meta: await metaOf(context, question),
    title: { zh: '指标透视', en: 'Explored figures' },
    address: addressOf(question),
    asked: askedLines(question),
  };
  const made = await { xlsx: pivotXlsx, csv: pivotCsv, json: pivotJson }[format](exported);
  const bytes = typeof made === 'string' ? made : new Uint8Array(made);
  const name = `${question.dataset === 'training' ? '训练数据-' : ''}指标透视-${question.from}-${question.to}.${format}`;
  return new File([bytes], name, { type: types[format] });
}

/** What stands behind each indicator: its words, and the last approval among its figures of the periods asked. */
async function metaOf(
  { db, rulebook }: Pick<Context, 'db' | 'rulebook'>,
  question: Omit<Asked, 'format' | 'language'>,
): Promise<readonly IndicatorMeta[]> {
  const { explorer } = await cubeOf(db, rulebook, question);
  const indicators = question.indicators.flatMap((code) => explorer.library.get(code) ?? []);
  const parts = new Map(indicators.map(({ code }) => [code, planFor(explorer, code).parts.map((part) => part.code)]));
  const periods = [...new Set(indicators.flatMap(({ code }) => periodsBehind(explorer, code, question.to)))];
  const approvals = await listLastApprovals(wholeOf(db), {
    dataset: question.dataset,
    indicators: [...new Set([...parts.values()].flat())],
    periods,
  });
  return indicators.map((indicator) => {
    const own = (parts.get(indicator.code) ?? []).flatMap((code) => approvals.get(code) ?? []);
    const last = own.sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1) ?? null;
    return { ...wordsOf(indicator, question.to), approved: last };
  });
}

function wordsOf(indicator: Indicator, to: string): Omit<IndicatorMeta, 'approved'> {
  const { code, meaning, source, owner, clause } = indicator;
  const calibre = calibreAt(indicator, periodStart, to)?.title ?? null;
  return { code, meaning, source, owner, calibre, clause: clause && `${clause.pack} ${clause.clause}` };
}
