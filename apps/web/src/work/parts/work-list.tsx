// One list of my work: each line opens the thing itself.
import type { MyWork, WorkItem } from '@zhenghe/contract/approvals';
import { DueWords, TaskWord } from '../../approvals/index.ts';
import { useOpen, usePlacePath } from '../../shell/index.ts';
import { type Column, DataTable, Empty, Link, Section, useSay, useWords } from '../../ui/index.ts';
import type { ListName } from '../lists.ts';
import { words } from '../words.ts';

interface WorkListProps {
  readonly name: ListName;
  readonly list: MyWork[ListName];
}

export function WorkList({ name, list }: WorkListProps) {
  const w = useWords(words);
  const open = useOpen();
  const columns = useColumns(name);
  const { items, total } = list;
  return (
    <Section title={`${w.lists[name]} ${total}`} note={items.length < total ? w.showing(items.length, total) : w.notes[name]}>
      <DataTable
        caption={w.lists[name]}
        columns={columns}
        rows={items}
        rowKey={(item) => `${item.noun}/${item.id}/${item.task}/${item.unit.id}`}
        onOpen={(item) => open(item.link)}
        maxHeight="420px"
        brief={5}
        empty={<Empty title={w.none[name]}>{w.teach[name]}</Empty>}
      />
    </Section>
  );
}

function useColumns(name: ListName): readonly Column<WorkItem>[] {
  const w = useWords(words);
  const say = useSay();
  const placeOf = usePlacePath();
  const ofOthers = name === 'waitingOnOthers' || name === 'stuck';
  const holder: Column<WorkItem> = { key: 'unit', title: w.holder, important: true, render: (item) => say(item.unit.name) };
  return [
    { key: 'title', title: w.item, width: 240, render: (item) => <Link to={item.link}>{item.title}</Link> },
    { key: 'task', title: w.task, important: !ofOthers, render: (item) => <TaskWord task={item.task} /> },
    ...(ofOthers ? [holder] : []),
    { key: 'due', title: w.due, important: true, render: (item) => <DueWords due={item.due} daysLeft={item.daysLeft} /> },
    { key: 'held', title: w.held, unit: w.heldUnit, numeric: true, important: true, render: (item) => item.daysHeld },
    { key: 'since', title: w.since, tight: true, render: (item) => <span className="number">{item.since}</span> },
    { key: 'place', title: w.place, render: (item) => placeOf(item.place) },
  ];
}
