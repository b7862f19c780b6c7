-- A named token is made for a purpose: it has scopes, and is never due. All four columns are null
-- for the token of a login, which is good for all that its person may do. ends_at_millis is the
-- largest bigint if it does not end by itself.

alter table token add column name varchar(64);
alter table token add column scopes varchar(64);
alter table token add column created_at_millis bigint;
alter table token add column last_four varchar(4);
