// Login and password, then the code of the second factor: on its page, and over a page whose session has ended.
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../shell/index.ts';
import { TextInput, useWords } from '../../ui/index.ts';
import { words } from '../words-account.ts';
import { AccountForm } from './account-form.tsx';

interface SignInFormProps {
  readonly login?: string;
  readonly send: string;
  readonly sendCode: string;
  readonly onSignedIn: () => Promise<void>;
  readonly children?: ReactNode;
}

export function SignInForm({ login: given = '', send, sendCode, onSignedIn, children }: SignInFormProps) {
  const w = useWords(words).signIn;
  const [login, setLogin] = useState(given);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [codeAsked, askCode] = useState(false);
  const signIn = useMutation(
    api.accounts.signIn.mutationOptions({
      onSuccess: ({ outcome }) => (outcome === 'code-needed' ? askCode(true) : onSignedIn()),
    }),
  );
  return (
    <AccountForm
      label={w.title}
      send={codeAsked ? sendCode : send}
      main
      busy={signIn.isPending}
      error={signIn.error}
      disabled={login === '' || password === '' || (codeAsked && code === '')}
      onSend={() => signIn.mutate({ login, password, ...(codeAsked ? { code } : {}) })}
    >
      <TextInput label={w.login} value={login} fills="username" disabled={codeAsked} onChange={setLogin} />
      <TextInput label={w.password} value={password} secret fills="current-password" disabled={codeAsked} onChange={setPassword} />
      {codeAsked ? <TextInput label={w.code} note={w.codeNote} value={code} fills="one-time-code" onChange={setCode} /> : null}
      {children}
    </AccountForm>
  );
}
