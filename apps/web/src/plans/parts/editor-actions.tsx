// What can be done with the plan as a whole: undo, save, submit, withdraw, another version, import, export.
import { useAddress, useOpen } from '../../shell/index.ts';
import { Button, Choice, useWords } from '../../ui/index.ts';
import { useDesk } from '../desk.ts';
import type { PlanDetail } from '../shapes.ts';
import { words } from '../words.ts';
import { TemplateButton } from './template-button.tsx';

export type Asked = 'save' | 'submit' | 'withdraw' | null;

interface EditorActionsProps {
  readonly detail: PlanDetail;
  readonly mayWithdraw: boolean;
  readonly onAsk: (asked: Asked) => void;
}

export function EditorActions({ detail, mayWithdraw, onAsk }: EditorActionsProps) {
  const { state, dispatch, readOnly, dirty } = useDesk();
  const w = useWords(words);
  const open = useOpen();
  const unread = Object.keys(state.unread).length;
  const path = `/plans/${encodeURIComponent(detail.id)}`;
  return (
    <>
      <VersionPicker detail={detail} />
      <TemplateButton label={w.editor.export} id={detail.id} version={detail.version} />
      {detail.latest > 1 ? (
        <Button onClick={() => open(`${path}/compare`, { from: String(detail.latest - 1), to: String(detail.latest) })}>{w.compare}</Button>
      ) : null}
      {readOnly ? null : <Button onClick={() => open(`${path}/import`)}>{w.import}</Button>}
      {detail.mayEdit ? (
        <>
          <Button disabled={state.past.length === 0} onClick={() => dispatch({ kind: 'undo' })}>
            {w.editor.undo}
          </Button>
          <Button disabled={state.future.length === 0} onClick={() => dispatch({ kind: 'redo' })}>
            {w.editor.redo}
          </Button>
          <Button
            kind={dirty ? 'main' : 'plain'}
            disabled={!dirty || unread > 0}
            title={unread > 0 ? w.editor.unreadCount(unread) : undefined}
            onClick={() => onAsk('save')}
          >
            {w.editor.save}
          </Button>
        </>
      ) : null}
      {detail.maySubmit ? (
        <Button
          kind={dirty ? 'plain' : 'main'}
          disabled={dirty}
          title={dirty ? w.editor.saveFirst : undefined}
          onClick={() => onAsk('submit')}
        >
          {w.editor.submit}
        </Button>
      ) : null}
      {mayWithdraw ? <Button onClick={() => onAsk('withdraw')}>{w.editor.withdraw}</Button> : null}
    </>
  );
}

function VersionPicker({ detail }: { readonly detail: PlanDetail }) {
  const w = useWords(words).editor;
  const [, change] = useAddress();
  if (detail.latest < 2) return null;
  const choices = Array.from({ length: detail.latest }, (_, index) => {
    const version = detail.latest - index;
    return { value: String(version), label: w.versionName(version) };
  });
  const pick = (version: string | undefined) => change({ version: version === String(detail.latest) ? undefined : version });
  return <Choice label={w.versionPicker} bare width={96} value={String(detail.version)} choices={choices} onChange={pick} />;
}
