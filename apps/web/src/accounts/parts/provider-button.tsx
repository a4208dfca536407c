// The button of the sign-in provider: it leaves the page, or it opens a window and the page stays as it is.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { Button, Failed, useSay, useWords } from '../../ui/index.ts';
import { type ProviderWay, useProviderWay, useProviderWindow } from '../provider-window.ts';
import { words } from '../words-door.ts';

export function ProviderButton({
  way,
  label,
  main = false,
}: {
  readonly way: ProviderWay;
  readonly label: string;
  readonly main?: boolean;
}) {
  const go = useProviderWay();
  return (
    <div className="stack">
      <div>
        <Button kind={main ? 'main' : 'plain'} busy={go.isPending || go.isSuccess} onClick={() => go.mutate(way)}>
          {label}
        </Button>
      </div>
      {go.error ? <Failed error={go.error} /> : null}
    </div>
  );
}

interface ProviderWindowButtonProps {
  readonly provider: Bilingual;
  readonly purpose: 'sign-in' | 'proof';
  readonly onDone: () => Promise<void>;
}

export function ProviderWindowButton({ provider, purpose, onDone }: ProviderWindowButtonProps) {
  const w = useWords(words).provider;
  const say = useSay();
  const { state, open, error, busy } = useProviderWindow(purpose, onDone);
  return (
    <div className="stack">
      <p className="note">{w.or}</p>
      <div className="button-row">
        <Button busy={busy} onClick={() => void open()}>
          {purpose === 'sign-in' ? w.signIn(say(provider)) : w.prove(say(provider))}
        </Button>
        {state === 'open' ? <Button onClick={() => void onDone()}>{w.check}</Button> : null}
      </div>
      {state === 'none' ? null : (
        <p className="note" role="status">
          {state === 'blocked' ? w.blocked : w.waiting}
        </p>
      )}
      {error ? <Failed error={error} /> : null}
    </div>
  );
}
