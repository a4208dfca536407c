// The clause a definition stands on, chosen from the register; none is an answer too.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../shell/index.ts';
import { Choice, useSay, useWords } from '../../ui/index.ts';
import { editorWords } from '../words-editor.ts';
import { clauseText } from './draft.ts';

export function ClauseField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const w = useWords(editorWords);
  const say = useSay();
  const clauses = useQuery(api.policy.clauses.queryOptions({ input: {}, staleTime: 10 * 60_000 })).data ?? [];
  const choices = clauses.map(({ pack, code, heading }) => ({
    value: clauseText({ pack, clause: code }),
    label: `${code} ${say(heading)} · ${pack}`,
  }));
  return (
    <Choice
      label={w.clause}
      value={value === '' ? undefined : value}
      all={w.noClause}
      searchable
      width={200}
      choices={choices}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}
