// The second factor: a secret as a QR code and as text, its first code, then the recovery codes, shown once.
import { useMutation } from '@tanstack/react-query';
import type { Account } from '@zhenghe/contract/accounts';
import { useState } from 'react';
import { api } from '../../shell/index.ts';
import { Button, Failed, Notice, Section, TextInput, useWords } from '../../ui/index.ts';
import { useNewSession } from '../hooks.ts';
import { words } from '../words-account.ts';
import { AccountForm } from './account-form.tsx';
import { QrCode } from './qr-code.tsx';

export function FactorSetup({ account }: { readonly account: Account }) {
  const w = useWords(words).factor;
  const [code, setCode] = useState('');
  const renew = useNewSession();
  const start = useMutation(api.accounts.startFactor.mutationOptions());
  const confirm = useMutation(api.accounts.confirmFactor.mutationOptions());
  const codes = confirm.data?.recoveryCodes;
  const finish = async () => {
    start.reset();
    confirm.reset();
    setCode('');
    await renew();
  };
  return (
    <Section title={w.title} note={account.hasFactor ? w.stands : w.missing}>
      {codes ? (
        <RecoveryCodes codes={codes} onDone={finish} />
      ) : start.data ? (
        <div className="stack">
          <p>{w.scan}</p>
          <QrCode text={start.data.uri} label={w.qr} />
          <p>
            {w.orType} <code className="once">{start.data.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
          </p>
          <AccountForm
            label={w.title}
            send={w.confirm}
            busy={confirm.isPending}
            error={confirm.error}
            disabled={!/^\d{6}$/.test(code.trim())}
            onSend={() => confirm.mutate({ code })}
          >
            <TextInput label={w.code} value={code} fills="one-time-code" onChange={setCode} />
          </AccountForm>
        </div>
      ) : (
        <div className="stack">
          <div>
            <Button busy={start.isPending} onClick={() => start.mutate({})}>
              {account.hasFactor ? w.replace : w.start}
            </Button>
          </div>
          {start.error ? <Failed error={start.error} /> : null}
        </div>
      )}
    </Section>
  );
}

function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  const w = useWords(words).factor;
  return (
    <div className="stack">
      <Notice tone="warn" title={w.recovery}>
        {w.recoveryNote}
      </Notice>
      <ul className="once recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div>
        <Button kind="main" onClick={onDone}>
          {w.kept}
        </Button>
      </div>
    </div>
  );
}
