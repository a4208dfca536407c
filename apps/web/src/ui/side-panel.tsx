// Details beside a table that stays in view: a column on a wide screen, a dialog over it on a narrow one.
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from './language.tsx';
import { useNarrow } from './use-narrow.ts';
import { words } from './words.ts';

interface SidePanelProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function SidePanel(props: SidePanelProps) {
  return useNarrow(900) ? <Over {...props} /> : <Beside {...props} />;
}

function Beside({ title, onClose, children }: SidePanelProps) {
  const id = useId();
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog, [role="combobox"]') !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !typing) close.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <aside className="side-panel" aria-labelledby={id}>
      <PanelHead id={id} title={title} onClose={onClose} />
      <div className="side-body">{children}</div>
    </aside>
  );
}

function Over({ title, onClose, children }: SidePanelProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className="side-panel over" aria-labelledby={id} onCancel={onClose}>
      <PanelHead id={id} title={title} onClose={onClose} />
      <div className="side-body">{children}</div>
    </dialog>
  );
}

function PanelHead({ id, title, onClose }: { readonly id: string; readonly title: ReactNode; readonly onClose: () => void }) {
  const w = useWords(words);
  return (
    <header>
      <h2 id={id}>{title}</h2>
      <button type="button" className="icon-button" aria-label={w.close} title={w.close} onClick={onClose}>
        ✕
      </button>
    </header>
  );
}

/** A page's main part with its panel: `<Split panel={open ? <SidePanel …/> : null}>table</Split>`. */
export function Split({ panel, children }: { readonly panel: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={panel ? 'split open' : 'split'}>
      <div className="split-main">{children}</div>
      {panel}
    </div>
  );
}
