// What verifying found: whole, or each place that was touched.
import { Notice, useSay, useWords } from '../../ui/index.ts';
import type { Report } from '../shapes.ts';
import { words } from '../words.ts';

export function ReportNotice({ report }: { readonly report: Report }) {
  const w = useWords(words);
  const say = useSay();
  if (report.ok) {
    return (
      <Notice tone="good" title={w.whole(report.size)}>
        {w.wholeNext}
      </Notice>
    );
  }
  return (
    <Notice tone="bad" title={w.touched(report.findings.length)}>
      <ul>
        {report.findings.map((finding) => (
          <li key={finding.message.en}>{say(finding.message)}</li>
        ))}
      </ul>
      {w.touchedNext}
    </Notice>
  );
}
