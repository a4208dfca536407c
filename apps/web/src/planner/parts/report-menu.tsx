// The report of the newest version as docx or workbook, and the instance as the planner's file.
import { useState } from 'react';
import { client } from '../../shell/index.ts';
import { Button, Failed, saveFile, useLanguage, useWords } from '../../ui/index.ts';
import type { Scenario } from '../shapes.ts';
import { frontierWords } from '../words-frontier.ts';

type Format = 'docx' | 'xlsx' | 'json';

export function ReportMenu({ scenario }: { readonly scenario: Pick<Scenario, 'id' | 'newest'> }) {
  const w = useWords(frontierWords);
  const language = useLanguage();
  const [busy, setBusy] = useState<Format | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const { id, newest: version } = scenario;
  const take = async (format: Format) => {
    setBusy(format);
    setFault(null);
    try {
      const file =
        format === 'json' ? await client.planner.instance({ id, version }) : await client.planner.report({ id, version, format, language });
      saveFile(file, file.name);
    } catch (refused) {
      setFault(refused);
    } finally {
      setBusy(null);
    }
  };
  const formats: readonly (readonly [Format, string])[] = [
    ['docx', w.reportDocx],
    ['xlsx', w.reportXlsx],
    ['json', w.instanceFile],
  ];
  return (
    <span className="report-menu">
      {formats.map(([format, label]) => (
        <Button key={format} small kind="quiet" disabled={busy !== null} onClick={() => void take(format)}>
          {label}
        </Button>
      ))}
      {fault ? <Failed error={fault} /> : null}
    </span>
  );
}
