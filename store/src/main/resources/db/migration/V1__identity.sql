-- Plain SQL that H2 and PostgreSQL both understand.

create table setting (
    name    varchar(64) primary key,
    content varchar(256) not null
);

-- state: 'pending' until the account is in the log, then 'active'.
create table person (
    account           bigint primary key,
    username          varchar not null,
    folded_name       varchar not null,
    email             varchar,
    password_hash     varchar not null,
    admin             boolean not null,
    state             varchar(16) not null check (state in ('pending', 'active')),
    created_at_millis bigint not null
);

create index person_state on person (state);

-- What a person may type at the login: the name and the e-mail, in lower case. They share one
-- table so that nobody can take another's e-mail as a name.
create table login_name (
    name    varchar primary key,
    account bigint not null references person (account)
);

-- What a pending account was promised; gone when it is active.
create table terms (
    account        bigint primary key references person (account),
    credit_limit   bigint not null,
    max_liability  bigint not null,
    commission_ppm integer not null,
    deposit        bigint not null
);

create sequence token_number;

-- hash: SHA-256 of the token, in hex. The token itself is nowhere.
create table token (
    number            bigint primary key,
    hash              varchar(64) not null unique,
    account           bigint not null references person (account),
    expires_at_millis bigint not null
);

create index token_account on token (account, number);
create index token_expiry on token (expires_at_millis);
