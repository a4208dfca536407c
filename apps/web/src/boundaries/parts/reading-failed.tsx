// A reading that came to nothing: cancelled, or every problem of the file at once, each with its place.
import { Button, type Column, DataTable, Notice, Section, useSay, useWords } from '../../ui/index.ts';
import type { Reading } from '../shapes.ts';
import { words } from '../words-upload.ts';
import { FileFacts } from './file-facts.tsx';

type Problem = Reading['problems'][number];

export function ReadingFailed({ reading, onAgain }: { readonly reading: Reading; readonly onAgain: () => void }) {
  const w = useWords(words);
  const say = useSay();
  // The first one says what happened to the file as a whole.
  const [whole, ...places] = reading.problems;
  const again = (
    <Button kind="main" onClick={onAgain}>
      {w.again}
    </Button>
  );
  if (reading.stage === 'cancelled') return <Notice title={w.cancelled} action={again} />;
  return (
    <Section title={w.failed}>
      <div className="stack">
        <Notice tone="bad" title={whole ? say(whole.reason) : w.failed} action={again}>
          {w.failedNext}
        </Notice>
        <FileFacts reading={reading} />
        <Problems problems={places} />
      </div>
    </Section>
  );
}

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const w = useWords(words);
  const say = useSay();
  const columns: readonly Column<Problem>[] = [
    { key: 'at', title: w.problemWhere, important: true, render: (row) => row.at ?? w.wholeFile },
    { key: 'value', title: w.problemValue, important: true, render: (row) => <code className="given">{row.value ?? ''}</code> },
    { key: 'why', title: w.problemWhy, important: true, render: (row) => say(row.reason) },
  ];
  return (
    <DataTable
      caption={w.failed}
      columns={columns}
      rows={problems}
      rowKey={(row) => String(problems.indexOf(row))}
      wrap={problems.length <= 50}
      maxHeight="60vh"
      empty={null}
    />
  );
}
