// The mapping a person makes, step by step: from what was found, one choice at a time. Pure.
import type { Mapping, SheetFound } from './shapes.ts';

/** What was found, as a mapping that may be changed. */
export function mappingOf(sheets: readonly SheetFound[]): Mapping {
  return Object.fromEntries(
    sheets.map(({ sheetName, sheet, columns }) => [
      sheetName,
      { sheet: sheet ?? '', columns: Object.fromEntries(columns.map(({ key, heading }) => [key, heading])) },
    ]),
  );
}

/** Another sheet of the form has other fields: what was chosen for the first says nothing about them. */
export function withSheet(mapping: Mapping, sheetName: string, sheet: string): Mapping {
  return { ...mapping, [sheetName]: { sheet, columns: {} } };
}

/** '' leaves a field unread. */
export function withColumn(mapping: Mapping, sheetName: string, key: string, heading: string): Mapping {
  const held = mapping[sheetName] ?? { sheet: '', columns: {} };
  return { ...mapping, [sheetName]: { ...held, columns: { ...held.columns, [key]: heading } } };
}

/** Whether a person has to look: a sheet that was not read, or a needed field without its column. */
export function needsHelp(sheets: readonly SheetFound[], needed: Readonly<Record<string, readonly string[]>>): boolean {
  return sheets.some(({ sheet, columns, headings }) => {
    if (sheet === null) return headings.length > 1;
    return (needed[sheet] ?? []).some((key) => !columns.some((column) => column.key === key));
  });
}
