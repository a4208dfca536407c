// What is known of one parcel, changed by hand: the layer's features are taken up, one of them changed, and put in force anew.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, queryClient, useView } from '../../shell/index.ts';
import { Button, DateField, Dialog, Failed, TextInput, useWords } from '../../ui/index.ts';
import type { ParcelRow } from '../shapes.ts';
import { words } from '../words-ledgers.ts';

interface Change {
  readonly use: string;
  readonly nextUse: string;
  readonly receiver: string;
  readonly deadline: string;
  readonly source: string;
}

export function EditParcel({ parcel, onClose }: { readonly parcel: ParcelRow; readonly onClose: () => void }) {
  const w = useWords(words);
  const view = useView();
  const [change, setChange] = useState<Change>({
    use: parcel.use ?? '',
    nextUse: parcel.nextUse ?? '',
    receiver: parcel.receiver ?? '',
    deadline: parcel.deadline ?? '',
    source: '',
  });
  const save = useMutation({
    mutationFn: () => putInForce(parcel, change, view),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.boundaries.key() });
      onClose();
    },
  });
  const field = (key: keyof Change, label: string) => (
    <TextInput label={label} value={change[key]} onChange={(text) => setChange({ ...change, [key]: text })} />
  );
  return (
    <Dialog title={w.editTitle(parcel.name)} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {field('use', w.use)}
        {field('nextUse', w.nextUse)}
        {field('receiver', w.receiver)}
        <DateField label={w.deadline} value={change.deadline} mayBeEmpty onChange={(deadline) => setChange({ ...change, deadline })} />
        {field('source', w.editSource)}
        <p className="note">{w.editNote(view.on)}</p>
        {save.error ? <Failed error={save.error} /> : null}
        <div className="button-row">
          <Button kind="main" submit disabled={change.source.trim() === ''} busy={save.isPending}>
            {w.save}
          </Button>
          <Button onClick={onClose}>{w.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Through a draft like any other change of a layer, so that nothing is overwritten. */
async function putInForce(parcel: ParcelRow, change: Change, { on, data: dataset }: ReturnType<typeof useView>): Promise<void> {
  const { title } = await client.boundaries.layer({ id: parcel.layer });
  const target = { kind: 'layer', layer: 'parcels', jurisdiction: parcel.jurisdiction } as const;
  const draft = await client.boundaries.beginDraft({ target, dataset, on });
  const attributes = { use: change.use, 'next-use': change.nextUse, receiver: change.receiver, deadline: change.deadline };
  const features = draft.features.map((feature) =>
    feature.code === parcel.code ? { ...feature, attributes: withText(feature.attributes, attributes) } : feature,
  );
  const drawn = await client.boundaries.redraw({ id: draft.id, basedOn: draft.revision, features, on });
  await client.boundaries.keep({
    ...{ id: draft.id, revision: drawn.revision, on },
    layer: { title, source: change.source.trim(), validFrom: on },
  });
}

/** An emptied field is not stated; it is not an empty answer. */
function withText(before: Readonly<Record<string, string>>, change: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries({ ...before, ...change }).map(([key, text]) => [key, text.trim()] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}
