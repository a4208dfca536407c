// The versions of an indicator's definition: the first holds from the beginning, each later one from a period.
import { Button, Choice, TextInput, useWords } from '../../ui/index.ts';
import { editorWords } from '../words-editor.ts';
import { ClauseField } from './clause-field.tsx';
import { type CalibreDraft, emptyCalibre } from './draft.ts';

interface CalibreFieldsProps {
  readonly calibres: readonly CalibreDraft[];
  readonly onChange: (calibres: readonly CalibreDraft[]) => void;
}

export function CalibreFields({ calibres, onChange }: CalibreFieldsProps) {
  const w = useWords(editorWords);
  const change = (index: number, next: Partial<CalibreDraft>) =>
    onChange(calibres.map((calibre, at) => (at === index ? { ...calibre, ...next } : calibre)));
  return (
    <>
      {calibres.map((calibre, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps its place while its id is typed
        <fieldset key={index} className="calibre-fields">
          <legend>{w.calibreNumber(index + 1)}</legend>
          <OneCalibre calibre={calibre} first={index === 0} onChange={(next) => change(index, next)} />
          {index > 0 ? (
            <Button kind="quiet" onClick={() => onChange(calibres.filter((_, at) => at !== index))}>
              {w.removeCalibre}
            </Button>
          ) : null}
        </fieldset>
      ))}
      <Button onClick={() => onChange([...calibres, { ...emptyCalibre, comparable: false }])}>{w.addCalibre}</Button>
    </>
  );
}

interface OneCalibreProps {
  readonly calibre: CalibreDraft;
  readonly first: boolean;
  readonly onChange: (next: Partial<CalibreDraft>) => void;
}

function OneCalibre({ calibre, first, onChange }: OneCalibreProps) {
  const w = useWords(editorWords);
  return (
    <div className="form-grid">
      <TextInput label={w.calibreId} note={w.calibreIdNote} value={calibre.id} onChange={(id) => onChange({ id })} />
      {first ? null : (
        <TextInput label={w.calibreFrom} note={w.calibreFromNote} value={calibre.from} onChange={(from) => onChange({ from })} />
      )}
      <TextInput label={w.inZh(w.calibreTitle)} value={calibre.titleZh} onChange={(titleZh) => onChange({ titleZh })} />
      <TextInput label={w.inEn(w.calibreTitle)} value={calibre.titleEn} onChange={(titleEn) => onChange({ titleEn })} />
      <TextInput label={w.inZh(w.note)} value={calibre.noteZh} onChange={(noteZh) => onChange({ noteZh })} />
      <TextInput label={w.inEn(w.note)} value={calibre.noteEn} onChange={(noteEn) => onChange({ noteEn })} />
      <ClauseField value={calibre.clause} onChange={(clause) => onChange({ clause })} />
      {first ? null : (
        <Choice
          label={w.comparable}
          value={calibre.comparable ? 'yes' : 'no'}
          choices={[
            { value: 'yes', label: w.isComparable },
            { value: 'no', label: w.notComparable },
          ]}
          onChange={(value) => onChange({ comparable: value === 'yes' })}
        />
      )}
    </div>
  );
}
