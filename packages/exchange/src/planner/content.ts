// What a report of a scenario is made from: the question, the answer with its proof, what was missing and what the model leaves out.
import type { Scenario } from '@zhenghe/contract/planner';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { Answer, Instance } from '@zhenghe/engine/planner';

export type ReportLanguage = keyof Bilingual;

export interface ScenarioReport {
  readonly language: ReportLanguage;
  readonly dataset: Scenario['dataset'];
  readonly name: string;
  readonly scope: Bilingual;
  readonly day: Day;
  readonly version: number;
  readonly by: Bilingual;
  /** The day it is printed. */
  readonly on: Day;
  readonly instance: Instance;
  readonly instanceHash: string;
  readonly answer: Answer;
  /** Engine and solver with their versions. */
  readonly engine: string;
  readonly settings: readonly ReportSetting[];
  readonly rules: readonly ReportRule[];
  readonly missing: Scenario['missing'];
  readonly leftOut: readonly Bilingual[];
  readonly places: Readonly<Record<string, string>>;
}

export interface ReportSetting {
  readonly title: Bilingual;
  readonly unit: Bilingual | null;
  readonly value: string;
  /** Differs from the default. */
  readonly changed: boolean;
  /** S2-二(二)整合优化; null: a default of the product. */
  readonly clause: string | null;
}

export interface ReportRule {
  readonly rule: string;
  readonly title: Bilingual;
  readonly clause: string | null;
}
