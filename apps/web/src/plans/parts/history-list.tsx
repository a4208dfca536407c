// What happened to the plan, newest first; each version can be opened and compared with the one before.
import { Origins } from '../../imports/index.ts';
import { Link, useSay, useWords } from '../../ui/index.ts';
import type { PlanAction } from '../shapes.ts';
import { words } from '../words.ts';

interface HistoryListProps {
  readonly actions: readonly PlanAction[];
  readonly id: string;
  readonly latest: number;
}

export function HistoryList({ actions, id, latest }: HistoryListProps) {
  const w = useWords(words);
  const say = useSay();
  const path = `/plans/${encodeURIComponent(id)}`;
  return (
    <>
      <div className="sheet-box">
        <table className="sheet">
          <caption className="visually-hidden">{w.editor.history}</caption>
          <thead>
            <tr>
              <th>{w.editor.when}</th>
              <th>{w.editor.what}</th>
              <th>{w.version}</th>
              <th>{w.editor.who}</th>
              <th>{w.editor.noteHead}</th>
              <th>{w.compare}</th>
            </tr>
          </thead>
          <tbody>
            {[...actions].reverse().map((action) => (
              <tr key={`${action.at}/${action.kind}/${action.version}`}>
                <td className="number">{action.at.replace('T', ' ').slice(0, 16)}</td>
                <td>{w.editor.action[action.kind]}</td>
                <td>
                  <Link to={path} search={{ version: action.version === latest ? undefined : String(action.version), tab: undefined }}>
                    {w.editor.versionName(action.version)}
                  </Link>
                </td>
                <td>{say(action.by)}</td>
                <td>{action.note ?? ''}</td>
                <td>
                  {action.version > 1 ? (
                    <Link to={`${path}/compare`} search={{ from: String(action.version - 1), to: String(action.version) }}>
                      {`${action.version - 1} → ${action.version}`}
                    </Link>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Origins kind="plans" subject={id} />
    </>
  );
}
