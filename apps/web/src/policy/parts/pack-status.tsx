// Whether a document is law, a draft or news; a draft is said to be one wherever it is quoted.
import { StateWord, type Tone, useWords } from '../../ui/index.ts';
import type { PackSummary } from '../shapes.ts';
import { words } from '../words.ts';

const tones: Readonly<Record<PackSummary['status'], Tone>> = { draft: 'warn', final: 'good', news: 'quiet' };

export function PackStatus({ status }: { readonly status: PackSummary['status'] }) {
  const w = useWords(words);
  return (
    <span title={w.statusNote[status]}>
      <StateWord tone={tones[status]}>{w.status[status]}</StateWord>
    </span>
  );
}
