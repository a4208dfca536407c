// Settings that are one number each: what it means, its field with the unit, the default, and the clause it comes from.
import { Button, ClauseLink, DataTable, StateWord, TextInput, useSay, useWords } from '../../ui/index.ts';
import type { Defaults, Settings } from '../shapes.ts';
import { words } from '../words-settings.ts';
import { differs, type PlainSetting, plainNames, plainSettings, problemOf, textOf } from './draft.ts';

/** As they are typed; a setting nobody touched is absent. */
export type Texts = Readonly<Partial<Record<PlainSetting, string>>>;

interface PlainSettingsProps {
  readonly defaults: Defaults;
  readonly typed: Settings;
  readonly texts: Texts;
  readonly mayChange: boolean;
  readonly onText: (name: PlainSetting, text: string) => void;
}

type Row = Defaults['about'][number] & { readonly setting: PlainSetting };

export function PlainSettings(props: PlainSettingsProps) {
  const w = useWords(words);
  const say = useSay();
  const rows = props.defaults.about.flatMap((about): Row[] => {
    const setting = plainNames.find((name) => name === about.setting);
    return setting ? [{ ...about, setting }] : [];
  });
  return (
    <DataTable
      caption={w.title}
      rows={rows}
      rowKey={({ setting }) => setting}
      empty={null}
      wrap
      columns={[
        {
          key: 'setting',
          title: w.setting,
          width: 240,
          render: ({ title, note, setting }) => (
            <div id={`setting-${setting}`}>
              <b>{say(title)}</b>
              <div className="note">{say(note)}</div>
            </div>
          ),
        },
        { key: 'value', title: w.value, width: 180, important: true, render: (row) => <ValueCell {...props} row={row} /> },
        { key: 'standard', title: w.standard, tight: true, important: true, render: (row) => <StandardCell {...props} row={row} /> },
        {
          key: 'clause',
          title: w.clause,
          important: true,
          render: ({ clause }) => (clause ? <ClauseLink citation={clause} /> : <span className="note">{w.product}</span>),
        },
      ]}
    />
  );
}

type CellProps = PlainSettingsProps & { readonly row: Row };

function ValueCell({ typed, texts, mayChange, onText, row: { setting, title, unit } }: CellProps) {
  const w = useWords(words);
  const say = useSay();
  const text = texts[setting] ?? textOf(typed, setting);
  const problem = problemOf(setting, text);
  const unitWord = unit ? say(unit) : '';
  return (
    <TextInput
      label={`${say(title)} ${unitWord}`}
      bare
      value={text}
      disabled={!mayChange}
      onChange={(next) => onText(setting, next)}
      error={problem ? w[problem] : null}
      note={`${unitWord} ${plainSettings[setting].optional ? w.unsetNote : ''}`}
    />
  );
}

function StandardCell({ defaults, typed, mayChange, onText, row: { setting, title } }: CellProps) {
  const w = useWords(words);
  const say = useSay();
  if (!differs(setting, typed, defaults.settings)) return <span className="note">{w.asStandard}</span>;
  const standard = textOf(defaults.settings, setting);
  return (
    <div>
      <StateWord tone="warn">{w.changed}</StateWord> <span className="number">{standard || w.unset}</span>
      {mayChange ? (
        <div>
          <Button small kind="quiet" label={w.backOf(say(title))} onClick={() => onText(setting, standard)}>
            {w.back}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
