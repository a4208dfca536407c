// Password and code once more, before granting or deciding; it counts for five minutes.
import { useMutation } from '@tanstack/react-query';
import type { Account } from '@zhenghe/contract/accounts';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { useState } from 'react';
import { api, useAddress } from '../../shell/index.ts';
import { Section, StateWord, TextInput, useSay, useWords } from '../../ui/index.ts';
import { useListsAgain } from '../hooks.ts';
import { words } from '../words-account.ts';
import { words as doorWords } from '../words-door.ts';
import { AccountForm } from './account-form.tsx';
import { ProviderButton } from './provider-button.tsx';

interface ProofFormProps {
  readonly account: Account;
  readonly provider: Bilingual | null;
}

export function ProofForm({ account, provider }: ProofFormProps) {
  const w = useWords(words).proof;
  const { prove: proveWith } = useWords(doorWords).provider;
  const say = useSay();
  const [search] = useAddress();
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
      {provider && account.hasIdentity ? (
        <ProviderButton
          label={proveWith(say(provider))}
          way={{ purpose: 'proof', back: search.lang ? `/account?lang=${search.lang}` : '/account' }}
        />
      ) : null}
    </Section>
  );
}

function clockOf(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', timeStyle: 'short' }).format(new Date(instant));
}
