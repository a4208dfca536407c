-- What a department is for (land, finance …), so that the cases can name it before and after it exists: 330700/land.
alter table units
  add column function text check (function ~ '^[a-z][a-z-]{1,29}$'),
  add column case_unit text generated always as (
    case
      when kind = 'department' then jurisdiction || '/' || function
      when kind in ('zone', 'township', 'company') then jurisdiction || '/' || id
    end) stored,
  add constraint only_departments_have_a_function check (function is null or kind = 'department');
comment on column units.function is 'What a department is for, as the workflows name it: land, environment, finance …; null for other kinds, and for departments added before it was asked';
comment on column units.case_unit is 'The unit as cases name it, with its place first: 330700/land; null for governments, which cases name by their place, for firms and the public';
create index units_by_case_unit on units (case_unit) where case_unit is not null;

create function units_one_per_function() returns trigger language plpgsql as $$
begin
  if new.function is null then
    return new;
  end if;
  -- One at a time for a place and function, so that two at once do not both find it free.
  perform pg_advisory_xact_lock(hashtextextended('units ' || new.jurisdiction || '/' || new.function, 0));
  if exists (
    select from units u
    where u.jurisdiction = new.jurisdiction and u.function = new.function and u.id <> new.id
      and daterange(u.valid_from, u.valid_to) && daterange(new.valid_from, new.valid_to)) then
    raise exception 'the place has a department with that function' using errcode = 'exclusion_violation', constraint = 'one_department_per_function';
  end if;
  return new;
end $$;
comment on function units_one_per_function() is 'At any time a place has one department with a function: cases that name it mean one unit';
create trigger units_one_function before insert or update on units for each row execute function units_one_per_function();
