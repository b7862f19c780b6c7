-- A token is good for 30 days and is then due: accepted for 30 days more, to be exchanged.

alter table token rename column expires_at_millis to due_at_millis;
alter table token add column ends_at_millis bigint;
update token set ends_at_millis = due_at_millis + 2592000000;
alter table token alter column ends_at_millis set not null;

drop index token_expiry;
create index token_end on token (ends_at_millis);
