// Over the page, while a call waits: signing in again as the same person, or proving once more who is there. What was typed stays.
import { useMutation } from '@tanstack/react-query';
import type { Account } from '@zhenghe/contract/accounts';
import { useCallback, useState } from 'react';
import { type Asked, answerAtDoor, api, client, queryClient, type SessionData, takeSession } from '../shell/index.ts';
import { Button, Dialog, Notice, TextInput, useWords } from '../ui/index.ts';
import './accounts.css';
import { AccountForm } from './parts/account-form.tsx';
import { ProviderWindowButton } from './parts/provider-button.tsx';
import { SignInForm } from './parts/sign-in-form.tsx';
import { words as accountWords } from './words-account.ts';
import { words } from './words-door.ts';

interface DoorProps {
  readonly session: SessionData;
  readonly account: Account;
}

export function DoorDialog({ asked, session }: { readonly asked: Asked; readonly session: SessionData }) {
  if (!session.account) return null;
  return asked === 'proof' ? (
    <ProveAgain session={session} account={session.account} />
  ) : (
    <SignInAgain session={session} account={session.account} />
  );
}

function SignInAgain({ session, account }: DoorProps) {
  const w = useWords(words).again;
  const [owes, setOwes] = useState(false);
  const onSignedIn = useCallback(async () => {
    const next = await client.accounts.session();
    if (!next.account) return;
    // Another person: nothing of this page is his.
    if (next.account.person.id !== account.person.id) return window.location.reload();
    if (next.account.duties.length > 0) return setOwes(true);
    takeSession(await inSameOffice(next, session));
    answerAtDoor(true);
    await readAgain();
  }, [account.person.id, session]);
  const later = () => answerAtDoor(false);
  return (
    <Dialog title={w.title} onClose={later}>
      <p>{w.note(account.person.name)}</p>
      {owes ? <Notice tone="warn" title={w.duties} /> : null}
      <SignInForm login={account.person.login} send={w.send} sendCode={w.sendCode} onSignedIn={onSignedIn}>
        <p className="note">{w.other}</p>
      </SignInForm>
      {session.provider && account.hasIdentity ? (
        <ProviderWindowButton provider={session.provider} purpose="sign-in" onDone={onSignedIn} />
      ) : null}
      <div>
        <Button kind="quiet" onClick={later}>
          {w.later}
        </Button>
      </div>
    </Dialog>
  );
}

/** Who holds several offices goes on in the one the page was drawn for. */
async function inSameOffice(next: SessionData, before: SessionData): Promise<SessionData> {
  const id = before.card?.id;
  const held = next.account?.offices.some((office) => office.id === id) ?? false;
  if (id === undefined || id === next.card?.id || !held) return next;
  return client.accounts.chooseOffice({ id });
}

/** What was answered to nobody, or long ago, is asked for again; forms keep what was typed. */
function readAgain(): Promise<void> {
  const session = JSON.stringify(api.accounts.session.queryKey());
  return queryClient.invalidateQueries({ predicate: (query) => JSON.stringify(query.queryKey) !== session });
}

function ProveAgain({ session, account }: DoorProps) {
  const w = useWords(words).proof;
  const { proof } = useWords(accountWords);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const prove = useMutation(api.accounts.proveAgain.mutationOptions({ onSuccess: proven }));
  const onProvider = useCallback(async () => {
    const next = await client.accounts.session();
    if (next.account?.freshUntil) proven(next);
  }, []);
  const provider = account.hasIdentity ? session.provider : null;
  const cancel = () => answerAtDoor(false);
  return (
    <Dialog title={w.title} onClose={cancel}>
      <p>{w.note}</p>
      {account.hasFactor ? (
        <AccountForm
          label={w.title}
          send={w.send}
          main
          busy={prove.isPending}
          error={prove.error}
          disabled={password === '' || code === ''}
          onSend={() => prove.mutate({ password, code })}
        >
          <TextInput label={proof.password} value={password} secret fills="current-password" onChange={setPassword} />
          <TextInput label={proof.code} value={code} fills="one-time-code" onChange={setCode} />
        </AccountForm>
      ) : null}
      {provider ? <ProviderWindowButton provider={provider} purpose="proof" onDone={onProvider} /> : null}
      {account.hasFactor || provider ? null : <Notice tone="warn" title={w.noWay} />}
      <div>
        <Button kind="quiet" onClick={cancel}>
          {w.cancel}
        </Button>
      </div>
    </Dialog>
  );
}

function proven(next: SessionData): void {
  takeSession(next);
  answerAtDoor(true);
}
