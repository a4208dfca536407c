// The security administrator's invitation to link an identity to a person's account: shown once, to be handed over.
import { useMutation } from '@tanstack/react-query';
import { api } from '../../shell/index.ts';
import { Button, Failed, Notice, useWords } from '../../ui/index.ts';
import { words } from '../words-door.ts';

interface InviteIdentityProps {
  readonly person: { readonly id: string; readonly name: string };
  readonly onDone: () => void;
}

export function InviteIdentity({ person, onDone }: InviteIdentityProps) {
  const w = useWords(words).invite;
  const invite = useMutation(api.accounts.inviteIdentity.mutationOptions());
  if (invite.data) {
    return (
      <Notice tone="good" title={w.title(person.name)} action={<Button onClick={onDone}>{w.close}</Button>}>
        <p className="once">{`${window.location.origin}/sign-in?invitation=${invite.data.token}`}</p>
        <p>{w.note}</p>
      </Notice>
    );
  }
  return (
    <Notice
      title={w.ask(person.name)}
      action={
        <span className="button-row">
          <Button kind="main" busy={invite.isPending} onClick={() => invite.mutate({ id: person.id })}>
            {w.make}
          </Button>
          <Button onClick={onDone}>{w.close}</Button>
        </span>
      }
    >
      {w.note}
      {invite.error ? <Failed error={invite.error} /> : null}
    </Notice>
  );
}
