// The three states every page has besides its answer: on its way (the layout stays), nothing there (it teaches), failed
// (it says what to do next and keeps what was typed).
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { useSay, useWords } from './language.tsx';
import { reasonOf } from './refusal.ts';
import { StateWord } from './state-word.tsx';
import { words } from './words.ts';

/** Grey bars in the place of `rows` rows, so that nothing jumps when the answer comes. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const w = useWords(words);
  return (
    <div className="loading" role="status" aria-busy="true" aria-label={w.loading}>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity
        <div key={index} className="bar" />
      ))}
    </div>
  );
}

interface EmptyProps {
  /** What comes here. */
  readonly title: string;
  /** Who brings it, and how. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  );
}

interface FailedProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  /** Whether something was typed that is still there. */
  readonly kept?: boolean;
}

export function Failed({ error, onRetry, kept = true }: FailedProps) {
  const w = useWords(words);
  const say = useSay();
  const reason = reasonOf(error);
  return (
    <div className="failed" role="alert">
      <StateWord tone="bad">{reason ? say(reason) : w.failed}</StateWord>
      <p>{reason ? (kept ? w.refusedNext : w.absentNext) : w.failedNext}</p>
      {onRetry && !reason ? <Button onClick={onRetry}>{w.retry}</Button> : null}
    </div>
  );
}

/** What a query answers, in its four states. `empty` decides when an answer counts as nothing. */
interface AnswerProps<T> {
  readonly query: { readonly data: T | undefined; readonly error: unknown; readonly refetch: () => unknown };
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}

export function Answer<T>({ query, rows = 6, children }: AnswerProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failed error={query.error} kept={false} onRetry={() => query.refetch()} />;
  return <Loading rows={rows} />;
}
