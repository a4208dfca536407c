// Sign in: login and password, then the code of the second factor.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useOpen, useSession } from '../shell/index.ts';
import { Empty, Link, Page, TextInput, useWords } from '../ui/index.ts';
import './accounts.css';
import { useNewSession } from './hooks.ts';
import { AccountForm } from './parts/account-form.tsx';
import { words } from './words-account.ts';

export function SignInPage() {
  const w = useWords(words).signIn;
  const session = useSession();
  if (session?.profile === 'demo') {
    return (
      <Page title={w.title}>
        <Empty title={w.demo} action={<Link to="/roles">{w.demoNext}</Link>} />
      </Page>
    );
  }
  return (
    <Page title={w.title} answers={w.answers}>
      {session?.setup ? (
        <Empty title={w.setup} action={<Link to="/setup">{w.setupNext}</Link>} />
      ) : session?.account ? (
        <Empty title={w.already(session.account.person.name)} action={<Link to="/account">{w.toAccount}</Link>} />
      ) : (
        <SignInForm />
      )}
    </Page>
  );
}

function SignInForm() {
  const w = useWords(words).signIn;
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [codeAsked, askCode] = useState(false);
  const renew = useNewSession();
  const open = useOpen();
  const signIn = useMutation(
    api.accounts.signIn.mutationOptions({
      onSuccess: async ({ outcome }) => {
        if (outcome === 'code-needed') return askCode(true);
        await renew();
        open('/account');
      },
    }),
  );
  return (
    <AccountForm
      label={w.title}
      send={codeAsked ? w.sendCode : w.send}
      main
      busy={signIn.isPending}
      error={signIn.error}
      disabled={login === '' || password === '' || (codeAsked && code === '')}
      onSend={() => signIn.mutate({ login, password, ...(codeAsked ? { code } : {}) })}
    >
      <TextInput label={w.login} value={login} fills="username" disabled={codeAsked} onChange={setLogin} />
      <TextInput label={w.password} value={password} secret fills="current-password" disabled={codeAsked} onChange={setPassword} />
      {codeAsked ? <TextInput label={w.code} note={w.codeNote} value={code} fills="one-time-code" onChange={setCode} /> : null}
      <p className="note">{w.help}</p>
    </AccountForm>
  );
}
