// Reasons and exceptions written so far, each with its paper; new ones are written where the finding stands.
import type { PlanAnswer } from '@zhenghe/engine/plans';
import { Button, type Column, DataTable, Empty, useSay, useWords } from '../../ui/index.ts';
import { useDesk, useLocked } from '../desk.ts';
import { words } from '../words.ts';

export function AnswersList() {
  const { state, findings, dispatch } = useDesk();
  const locked = useLocked({ table: 'answers' });
  const w = useWords(words).editor;
  const say = useSay();
  const titleOf = (answer: PlanAnswer) => {
    const finding = findings.find((one) => one.id === answer.finding || one.check === answer.finding);
    return finding ? say(finding.message) : answer.finding;
  };
  const columns: readonly Column<PlanAnswer>[] = [
    { key: 'finding', title: w.answerFor, width: 240, render: titleOf },
    { key: 'kind', title: w.item, render: (row) => w.answerKind[row.kind] },
    { key: 'text', title: w.reasonText, important: true, width: 240, render: (row) => row.text },
    { key: 'paper', title: w.paper, important: true, render: (row) => row.paper ?? '' },
    { key: 'by', title: w.by, render: (row) => row.by ?? '' },
    {
      key: 'remove',
      title: '',
      important: true,
      render: (row) =>
        locked ? null : (
          <Button small kind="quiet" onClick={() => dispatch({ kind: 'unanswer', finding: row.finding })}>
            {w.remove}
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      caption={w.tabs.answers}
      columns={columns}
      rows={state.plan.answers}
      rowKey={(row) => row.finding}
      wrap
      empty={<Empty title={w.noAnswers}>{w.noAnswersNext}</Empty>}
    />
  );
}
