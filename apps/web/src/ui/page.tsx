// A page: its title, the one sentence of what it answers, actions at the right, then the answer itself.
import { type ReactNode, useEffect, useId } from 'react';

interface PageProps {
  readonly title: string;
  readonly answers?: ReactNode;
  /** At most one of them is the main (filled) button. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, answers, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 整合 Zhenghe`;
  }, [title]);
  return (
    <article className="page">
      <header className="page-head">
        <div className="page-title">
          <h1>{title}</h1>
          {answers ? <p className="answers">{answers}</p> : null}
        </div>
        {actions ? <div className="actions">{actions}</div> : null}
      </header>
      {children}
    </article>
  );
}

interface SectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A headed part of a page. */
export function Section({ title, note, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {note ? <span className="note">{note}</span> : null}
        {actions ? <div className="actions">{actions}</div> : null}
      </header>
      {children}
    </section>
  );
}
