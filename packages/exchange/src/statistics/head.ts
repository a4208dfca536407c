// The head of a sheet that leaves the house and comes back: what it is about, so that a sheet of another unit, form or period is known.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Sheet as Filing } from '@zhenghe/contract/statistics';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { periodName } from '@zhenghe/engine/kernel';
import type { z } from 'zod';

export type FilingSheet = z.infer<typeof Filing>;
export type Language = 'zh' | 'en';

export const trainingBanner = '【训练数据 TRAINING DATA】 ';

export interface HeadLine {
  readonly key: 'unit' | 'form' | 'version' | 'period' | 'dataset';
  readonly title: Bilingual;
  /** Read back and compared; `shown` is for people. */
  readonly code: string;
  readonly shown: Bilingual;
}

export function headLines(sheet: FilingSheet): readonly HeadLine[] {
  const { unit, form, formVersion, period, dataset } = sheet;
  return [
    { key: 'unit', title: { zh: '填报单位', en: 'Unit' }, code: unit.id, shown: { zh: unit.name, en: unit.name } },
    { key: 'form', title: { zh: '报表', en: 'Form' }, code: form.code, shown: form.title },
    { key: 'version', title: { zh: '报表版本', en: 'Version of the form' }, code: String(formVersion), shown: versionWord(formVersion) },
    { key: 'period', title: { zh: '报告期', en: 'Period' }, code: period, shown: periodName(period) },
    { key: 'dataset', title: { zh: '数据集', en: 'Data set' }, code: dataset, shown: datasetWord(dataset) },
  ];
}

export function datasetWord(dataset: Dataset): Bilingual {
  return dataset === 'training' ? { zh: '训练数据（虚构）', en: 'Training data (invented)' } : { zh: '真实数据', en: 'Real data' };
}

function versionWord(version: number): Bilingual {
  return version === 0 ? { zh: '随产品发布', en: 'As it ships' } : { zh: `第 ${version} 版`, en: `Version ${version}` };
}

/** Columns of the sheet, in order. The first word of each heading is what it is found by. */
export const templateColumns = {
  name: { zh: '指标', en: 'Indicator' },
  unit: { zh: '计量单位', en: 'Unit' },
  yearBefore: { zh: '上年同期', en: 'Year before' },
  previous: { zh: '上期', en: 'Previous' },
  value: { zh: '本期', en: 'This period' },
  explanation: { zh: '说明', en: 'Explanation' },
  help: { zh: '填报提示', en: 'Help' },
  key: { zh: '代码', en: 'Code' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type TemplateColumn = keyof typeof templateColumns;
export const templateOrder: readonly TemplateColumn[] = ['name', 'unit', 'yearBefore', 'previous', 'value', 'explanation', 'help', 'key'];
