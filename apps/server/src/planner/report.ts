// A solved version as a paper or a workbook: with its bounds, solver and hash, what was missing and what the model leaves out.
import type { PlannerSettings } from '@zhenghe/contract/planner';
import { type ReportSetting, type ScenarioReport, scenarioDocx, scenarioXlsx } from '@zhenghe/exchange/planner';
import type { Context } from '../platform/api.ts';
import { listJurisdictions } from '../territory/index.ts';
import { type Defaults, defaultsOf } from './defaults.ts';
import * as refuse from './refusals.ts';
import { groundOf } from './register.ts';
import { findInstance, findResult, newestAnswered } from './run-queries.ts';
import { instanceOfScenario, openScenario } from './view.ts';

interface ReportAsked {
  readonly id: string;
  readonly version: number;
  readonly format: 'docx' | 'xlsx';
  readonly language: 'zh' | 'en';
}

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export async function reportFile(context: Context, asked: ReportAsked): Promise<File> {
  const report = await reportOf(context, asked);
  const bytes = await (asked.format === 'docx' ? scenarioDocx(report) : scenarioXlsx(report));
  const training = report.dataset === 'training' ? '训练数据-' : '';
  // A name may hold what a file's name may not.
  const name = report.name.replace(/[\\/:*?"<>|\s]+/g, '_');
  return new File([new Uint8Array(bytes)], `${training}规划报告-${name}-第${asked.version}版.${asked.format}`, {
    type: types[asked.format],
  });
}

/** The answer with the very instance it was computed from; the rest as the scenario has it. */
async function reportOf(context: Context, { id, version: wanted, language }: ReportAsked): Promise<ScenarioReport> {
  const open = await openScenario(context, id, wanted);
  const { head, version } = open;
  const run = await newestAnswered(context.db, { scenario: id, version: wanted });
  const result = run && (await findResult(context.db, run.answeredBy ?? run.id));
  const instance = run && (await findInstance(context.db, run));
  if (!run || !instance || result?.kind !== 'solve') throw refuse.notSolved();
  const made = await instanceOfScenario(context, open);
  if (made.hash !== run.instanceHash) throw refuse.notCurrent();
  const { quotas } = await groundOf(context.db, context.rulebook, head);
  const defaults = defaultsOf(context.rulebook, { scope: head.scope, on: head.rulesOn, quotas });
  const places = new Map((await listJurisdictions(context.db)).map(({ code, name, nameEn }) => [code, { zh: name, en: nameEn }]));
  return {
    ...{ language, instance, dataset: head.dataset, name: version.name, day: head.day, version: version.version, by: version.by.unit },
    ...{ on: context.today, instanceHash: run.instanceHash, answer: result.answer, engine: run.engine },
    scope: places.get(head.scope) ?? { zh: head.scope, en: head.scope },
    settings: settingsShown(defaults, version.settings, language),
    rules: defaults.rules.map(({ rule, title, clause }) => ({ rule, title, clause: clause?.clause ?? null })),
    missing: [...made.missing],
    leftOut: made.leftOut,
    places: Object.fromEntries(
      instance.jurisdictions.map(({ code, name }) => [code, language === 'en' ? (places.get(code)?.en ?? name) : name]),
    ),
  };
}

function settingsShown({ about, settings: defaults }: Defaults, own: PlannerSettings, language: 'zh' | 'en'): readonly ReportSetting[] {
  return about.map(({ setting, title, unit, clause }) => {
    const value = own[setting];
    const changed = JSON.stringify(value) !== JSON.stringify(defaults[setting]);
    return { title, unit, value: shown(value, language), changed, clause: clause?.clause ?? null };
  });
}

function shown(value: PlannerSettings[keyof PlannerSettings], language: 'zh' | 'en'): string {
  if (value === null) return language === 'zh' ? '未设' : 'not set';
  if (Array.isArray(value)) {
    const none = language === 'zh' ? '无' : 'none';
    return value.length === 0 ? none : value.map(({ name, joins, min, max }) => `${name}（${joins.join('、')}）${min}–${max}`).join('；');
  }
  if (typeof value === 'object') {
    const own = Object.entries(value).map(([code, { min, max }]) => `${code} ${min}–${max}`);
    return own.length === 0 ? (language === 'zh' ? '按现行规则' : 'as the rules have it') : own.join('；');
  }
  if (value === 'county-median') return language === 'zh' ? '用同地中位数代替' : 'the median of the place stands in';
  if (value === 'leave-out') return language === 'zh' ? '不计' : 'left out';
  return String(value);
}
