// The report of a planner's scenario (issue 5), as docx and as a workbook.
export type { ReportLanguage, ReportRule, ReportSetting, ScenarioReport } from './content.ts';
export { scenarioDocx, scenarioXlsx } from './write-report.ts';
