// Files of the planner (issue 5): an instance read, the report of a scenario written as docx and as a workbook.
export type { ReportLanguage, ReportRule, ReportSetting, ScenarioReport } from './content.ts';
export { type InstanceFile, readInstanceFile } from './read-instance.ts';
export { scenarioDocx, scenarioXlsx } from './write-report.ts';
