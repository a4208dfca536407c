// Everything that stops a draft, by field; with the reason of a refusal where the server gave one.
import { Notice, useSay, useWords } from '../../ui/index.ts';
import { fieldName } from '../fields.ts';
import type { Problem } from '../shapes.ts';
import { draftWords } from '../words-drafts.ts';
import { fieldWords } from '../words-fields.ts';

export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const w = useWords(draftWords);
  const names: Readonly<Record<string, string>> = useWords(fieldWords);
  const say = useSay();
  if (problems.length === 0) return null;
  return (
    <Notice tone="bad" title={w.problems(problems.length)}>
      <ul className="plain">
        {problems.map(({ field, message, from }) => (
          <li key={`${field}/${from}/${message.zh}`}>
            <b>{fieldName(field, names)}</b>: {say(message)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
