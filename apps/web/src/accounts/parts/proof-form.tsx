// Password and code once more, before granting or deciding; it counts for five minutes.
import { useMutation } from '@tanstack/react-query';
import type { Account } from '@zhenghe/contract/accounts';
import { useState } from 'react';
import { api } from '../../shell/index.ts';
import { Section, StateWord, TextInput, useWords } from '../../ui/index.ts';
import { useListsAgain } from '../hooks.ts';
import { words } from '../words-account.ts';
import { AccountForm } from './account-form.tsx';

export function ProofForm({ account }: { readonly account: Account }) {
  const w = useWords(words).proof;
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const again = useListsAgain();
  const prove = useMutation(
    api.accounts.proveAgain.mutationOptions({
      onSuccess: async () => {
        setPassword('');
        setCode('');
        await again();
      },
    }),
  );
  const fresh = account.freshUntil !== null && Date.parse(account.freshUntil) > Date.now();
  return (
    <Section title={w.title} note={w.note}>
      {fresh ? <StateWord tone="good">{w.fresh(clockOf(account.freshUntil ?? ''))}</StateWord> : null}
      <AccountForm
        label={w.title}
        send={w.send}
        busy={prove.isPending}
        error={prove.error}
        disabled={password === '' || code === ''}
        onSend={() => prove.mutate({ password, code })}
      >
        <TextInput label={w.password} value={password} secret fills="current-password" onChange={setPassword} />
        <TextInput label={w.code} value={code} fills="one-time-code" onChange={setCode} />
      </AccountForm>
    </Section>
  );
}

function clockOf(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', timeStyle: 'short' }).format(new Date(instant));
}
