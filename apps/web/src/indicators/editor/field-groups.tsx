// The fields of an indicator by what they say: what it is, how it is made, whose it is, what its figures may be.
import { Choice, TextInput, useSay, useWords } from '../../ui/index.ts';
import { keysOf } from '../filter.ts';
import { useAllIndicators } from '../hooks.ts';
import { words } from '../words.ts';
import { editorWords } from '../words-editor.ts';
import { ClauseField } from './clause-field.tsx';
import type { IndicatorDraft } from './draft.ts';
import { FormulaField } from './formula-field.tsx';

interface FieldsProps {
  readonly draft: IndicatorDraft;
  readonly change: (next: Partial<IndicatorDraft>) => void;
  readonly code: string | null;
}

type TextKey = { [K in keyof IndicatorDraft]: IndicatorDraft[K] extends string ? K : never }[keyof IndicatorDraft];

interface TextProps extends Pick<FieldsProps, 'draft' | 'change'> {
  readonly field: TextKey;
  readonly label: string;
  readonly note?: string;
  readonly rows?: number;
  readonly disabled?: boolean;
}

function Text({ draft, change, field, label, ...more }: TextProps) {
  return <TextInput label={label} value={draft[field]} onChange={(value) => change({ [field]: value })} {...more} />;
}

function YesNo({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}) {
  const w = useWords(editorWords);
  const choices = (['yes', 'no'] as const).map((one) => ({ value: one, label: w[one] }));
  return <Choice label={label} value={value ? 'yes' : 'no'} choices={choices} onChange={(next) => onChange(next === 'yes')} />;
}

/** Choices of a catalogue of words. */
function choicesOf<K extends string>(catalogue: Readonly<Record<K, string>>) {
  return keysOf(catalogue).map((value) => ({ value, label: catalogue[value] }));
}

export function WhatFields({ draft, change, code }: FieldsProps) {
  const w = useWords(editorWords);
  const l = useWords(words);
  const own = { draft, change };
  return (
    <div className="form-grid">
      <Text {...own} field="code" label={w.code} note={w.codeNote} disabled={code !== null} />
      <Text {...own} field="unit" label={w.unit} note={w.unitNote} />
      <Text {...own} field="nameZh" label={w.inZh(w.name)} />
      <Text {...own} field="nameEn" label={w.inEn(w.name)} />
      <Text {...own} field="meaningZh" label={w.inZh(w.meaning)} rows={2} />
      <Text {...own} field="meaningEn" label={w.inEn(w.meaning)} rows={2} />
      <Text {...own} field="aliases" label={w.aliases} note={w.aliasesNote} />
      <Text {...own} field="decimals" label={w.decimals} />
      <Choice label={w.group} value={draft.group} choices={choicesOf(l.groups)} onChange={(group) => group && change({ group })} />
      <Choice
        label={w.direction}
        value={draft.direction}
        choices={choicesOf(l.directions)}
        onChange={(direction) => direction && change({ direction })}
      />
    </div>
  );
}

export function HowFields({ draft, change, code }: FieldsProps) {
  const w = useWords(editorWords);
  const l = useWords(words);
  const own = { draft, change };
  return (
    <div className="stack">
      <div className="form-grid">
        <Choice
          label={w.comesBy}
          value={draft.derived ? 'derived' : 'filed'}
          choices={(['filed', 'derived'] as const).map((value) => ({ value, label: w[value] }))}
          onChange={(value) => change({ derived: value === 'derived', gathering: value === 'derived' ? 'ratio' : 'sum' })}
        />
        <Choice
          label={w.accrual}
          value={draft.accrual}
          choices={choicesOf(l.accruals)}
          onChange={(accrual) => accrual && change({ accrual })}
        />
        <Choice
          label={w.gathering}
          value={draft.gathering}
          choices={choicesOf(l.gatherings)}
          onChange={(gathering) => gathering && change({ gathering })}
        />
        {draft.gathering === 'weighted' ? <Weight draft={draft} change={change} code={code} /> : null}
      </div>
      {draft.derived ? (
        <>
          <FormulaField code={code} value={draft.formula} unit={draft.unit} onChange={(formula) => change({ formula })} />
          <div className="form-grid">
            <Text {...own} field="numeratorZh" label={w.inZh(w.numerator)} />
            <Text {...own} field="numeratorEn" label={w.inEn(w.numerator)} />
            <Text {...own} field="denominatorZh" label={w.inZh(w.denominator)} />
            <Text {...own} field="denominatorEn" label={w.inEn(w.denominator)} />
          </div>
        </>
      ) : null}
    </div>
  );
}

function Weight({ draft, change, code }: FieldsProps) {
  const w = useWords(editorWords);
  const say = useSay();
  const all = (useAllIndicators().data ?? []).filter((one) => one.code !== code);
  return (
    <Choice
      label={w.weight}
      value={draft.weight === '' ? undefined : draft.weight}
      all={w.weightChoose}
      searchable
      choices={all.map((one) => ({ value: one.code, label: `${say(one.name)} (${one.unit})` }))}
      onChange={(weight) => change({ weight: weight ?? '' })}
    />
  );
}

export function WhoseFields({ draft, change }: FieldsProps) {
  const w = useWords(editorWords);
  const l = useWords(words);
  const own = { draft, change };
  return (
    <div className="form-grid">
      <Text {...own} field="sourceZh" label={w.inZh(w.source)} />
      <Text {...own} field="sourceEn" label={w.inEn(w.source)} />
      <Text {...own} field="ownerZh" label={w.inZh(w.owner)} />
      <Text {...own} field="ownerEn" label={w.inEn(w.owner)} />
      <Choice
        label={w.frequency}
        value={draft.frequency}
        choices={choicesOf(l.grains)}
        onChange={(frequency) => frequency && change({ frequency })}
      />
      <Choice
        label={w.publication}
        value={draft.publication}
        choices={choicesOf(l.publications)}
        onChange={(publication) => publication && change({ publication })}
      />
      <YesNo label={w.starred} value={draft.starred} onChange={(starred) => change({ starred })} />
      <YesNo label={w.retired} value={draft.retired} onChange={(retired) => change({ retired })} />
      <ClauseField value={draft.clause} onChange={(clause) => change({ clause })} />
      <Text {...own} field="noteZh" label={w.inZh(w.note)} />
      <Text {...own} field="noteEn" label={w.inEn(w.note)} />
    </div>
  );
}

export function BoundFields({ draft, change }: FieldsProps) {
  const w = useWords(editorWords);
  const own = { draft, change };
  return (
    <div className="form-grid">
      <Text {...own} field="warning" label={w.warning} note={w.emptyNote} />
      <Text {...own} field="good" label={w.good} note={w.emptyNote} />
      <Text {...own} field="least" label={w.least} />
      <Text {...own} field="most" label={w.most} />
    </div>
  );
}
