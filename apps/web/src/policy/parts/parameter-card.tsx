// One figure of a clause: what it is, where the product uses it, and the same measure in other documents.
import { unitWord } from '@zhenghe/engine/kernel';
import { ClauseLink, useSay, useWords } from '../../ui/index.ts';
import type { ParameterView } from '../shapes.ts';
import { words } from '../words.ts';

export function ParameterCard({ parameter }: { readonly parameter: ParameterView }) {
  const w = useWords(words);
  const say = useSay();
  const unit = say(unitWord(parameter.unit));
  return (
    <details className="parameter">
      <summary>
        <span>{say(parameter.title)}</span>
        <b className="number">{say(parameter.shown)}</b>
        {unit ? <span className="unit">{unit}</span> : null}
      </summary>
      {parameter.note ? <p className="note">{say(parameter.note)}</p> : null}
      <dl className="facts">
        <div>
          <dt>{w.usedBy}</dt>
          <dd>
            {parameter.usedBy.length === 0 ? w.usedNowhere : null}
            <ul className="plain">
              {parameter.usedBy.map((use) => (
                <li key={`${use.kind}/${use.id}`}>
                  <span className="note">{w.usedKind[use.kind]}</span> {say(use.title)}
                </li>
              ))}
            </ul>
          </dd>
        </div>
        {parameter.elsewhere.length > 0 ? (
          <div>
            <dt>{w.elsewhere}</dt>
            <dd>
              <ul className="plain">
                {parameter.elsewhere.map((other) => (
                  <li key={`${other.pack}/${other.id}`}>
                    <ClauseLink citation={{ pack: other.pack, clause: other.clause }} /> <b className="number">{say(other.shown)}</b>{' '}
                    <span className="note">{other.pack}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ) : null}
      </dl>
    </details>
  );
}
