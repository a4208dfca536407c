// A new password, by the rules of the profile in force; all other sessions end.
import { useMutation } from '@tanstack/react-query';
import type { Account } from '@zhenghe/contract/accounts';
import { passwordProblems, passwordRules } from '@zhenghe/engine/accounts';
import { useState } from 'react';
import { api } from '../../shell/index.ts';
import { Notice, Section, TextInput, useSay, useWords } from '../../ui/index.ts';
import { useNewSession } from '../hooks.ts';
import { words } from '../words-account.ts';
import { AccountForm } from './account-form.tsx';

export function PasswordForm({ account }: { readonly account: Account }) {
  const w = useWords(words).password;
  const say = useSay();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const renew = useNewSession();
  const change = useMutation(
    api.accounts.changePassword.mutationOptions({
      onSuccess: async () => {
        setCurrent('');
        setNext('');
        setAgain('');
        await renew();
      },
    }),
  );
  const problems = next === '' ? [] : passwordProblems(next, account.passwordProfile, [account.person.login]);
  const { least, classes, rotationDays } = passwordRules[account.passwordProfile];
  return (
    <Section title={w.title} note={w.rules(least, classes, rotationDays)}>
      {change.isSuccess ? <Notice tone="good" title={w.done} /> : null}
      <AccountForm
        label={w.title}
        send={w.send}
        busy={change.isPending}
        error={change.error}
        disabled={current === '' || next === '' || problems.length > 0 || next !== again}
        onSend={() => change.mutate({ current, next })}
      >
        <TextInput label={w.current} value={current} secret fills="current-password" onChange={setCurrent} />
        <TextInput label={w.next} value={next} secret fills="new-password" error={problems.map(say).join('; ')} onChange={setNext} />
        <TextInput
          label={w.again}
          value={again}
          secret
          fills="new-password"
          error={again !== '' && again !== next ? w.differs : ''}
          onChange={setAgain}
        />
      </AccountForm>
    </Section>
  );
}
