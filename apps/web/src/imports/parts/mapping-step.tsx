// Which sheet and which column is what: as it was found, with how, to be corrected by a person and remembered for the unit.
import { useState } from 'react';
import { Button, Choice, Section, useSay, useWords } from '../../ui/index.ts';
import { mappingOf, needsHelp, withColumn, withSheet } from '../mapping.ts';
import type { Kind, Mapping, Preview, SheetFound } from '../shapes.ts';
import { words } from '../words.ts';

interface MappingStepProps {
  readonly kind: Kind;
  readonly preview: Preview;
  readonly onApply: (mapping: Mapping) => void;
}

export function MappingStep({ kind, preview, onApply }: MappingStepProps) {
  const w = useWords(words);
  const needed = Object.fromEntries(
    kind.sheets.map(({ key, columns }) => [key, columns.filter((one) => one.needed).map((one) => one.key)]),
  );
  const [open, setOpen] = useState(needsHelp(preview.sheets, needed));
  const [mapping, setMapping] = useState(() => mappingOf(preview.sheets));
  const listed = preview.sheets.filter(({ headings }) => headings.length > 1);
  if (kind.sheets.length === 0 || listed.length === 0) return null;
  return (
    <Section title={w.columnsTitle} note={w.columnsNote}>
      <p>
        <Button small expanded={open} onClick={() => setOpen(!open)}>
          {open ? w.columnsHide : w.columnsShow}
        </Button>
      </p>
      {open ? (
        <>
          {listed.map((sheet) => (
            <SheetFields key={sheet.sheetName} kind={kind} sheet={sheet} mapping={mapping} onChange={setMapping} />
          ))}
          <Button onClick={() => onApply(mapping)}>{w.apply}</Button>
        </>
      ) : null}
    </Section>
  );
}

interface SheetFieldsProps {
  readonly kind: Kind;
  readonly sheet: SheetFound;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

function SheetFields({ kind, sheet, mapping, onChange }: SheetFieldsProps) {
  const w = useWords(words);
  const say = useSay();
  const { sheetName, headings } = sheet;
  const held = mapping[sheetName] ?? { sheet: '', columns: {} };
  const form = kind.sheets.find(({ key }) => key === held.sheet);
  const found = (key: string) => sheet.columns.find((column) => column.key === key && column.heading === held.columns[key])?.by;
  const choices = [
    { value: '', label: w.noColumn },
    ...[...new Set(headings)].map((heading) => ({ value: heading, label: heading.replace(/\s+/g, ' ') })),
  ];
  return (
    <fieldset className="mapping">
      <legend>{sheetName}</legend>
      <Choice
        label={w.readAs(sheetName)}
        value={held.sheet}
        width={180}
        choices={[{ value: '', label: w.notRead }, ...kind.sheets.map(({ key, title }) => ({ value: key, label: say(title) }))]}
        onChange={(key) => onChange(withSheet(mapping, sheetName, key ?? ''))}
      />
      <div className="mapping-fields">
        {(form?.columns ?? []).map((column) => {
          const by = found(column.key);
          return (
            <Choice
              key={column.key}
              label={`${say(column.title)}${column.needed ? ' *' : ''}`}
              value={held.columns[column.key] ?? ''}
              width={180}
              choices={choices}
              note={by ? w.by_[by] : (column.hint && say(column.hint)) || ''}
              onChange={(heading) => onChange(withColumn(mapping, sheetName, column.key, heading ?? ''))}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
