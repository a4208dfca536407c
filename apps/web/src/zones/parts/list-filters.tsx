// Search and filters of the register; each change stands in the address and goes back to page one.
import { zoneTypes } from '@zhenghe/engine/zones';
import { useAddress } from '../../shell/index.ts';
import { Choice, SearchBox, useWords } from '../../ui/index.ts';
import type { ListState } from '../filter.ts';
import { statuses } from '../shapes.ts';
import { terms } from '../terms.ts';
import { words } from '../words.ts';

const grades = ['national', 'provincial', 'local'] as const;

export function ListFilters({ state }: { readonly state: ListState }) {
  const w = useWords(words);
  const t = useWords(terms);
  const [, change] = useAddress();
  const set = (changes: Readonly<Record<string, string | undefined>>) => change({ ...changes, page: undefined });
  return (
    <>
      <SearchBox
        label={w.searchLabel}
        value={state.query}
        placeholder={w.search}
        onChange={(q) => change({ q, page: undefined }, { replace: true })}
      />
      <Choice
        label={w.type}
        value={state.type}
        all={w.allTypes}
        bare
        width={190}
        choices={zoneTypes.map((value) => ({ value, label: t.type[value] }))}
        onChange={(type) => set({ type })}
      />
      <Choice
        label={w.grade}
        value={state.grade}
        all={w.allGrades}
        bare
        choices={grades.map((value) => ({ value, label: t.grade[value] }))}
        onChange={(grade) => set({ grade })}
      />
      <Choice
        label={w.status}
        value={state.status}
        bare
        choices={statuses.map((value) => ({ value, label: w.statuses[value] }))}
        onChange={(status) => set({ status: status === 'counted' ? undefined : status })}
      />
    </>
  );
}
