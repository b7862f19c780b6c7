-- Plain SQL that H2 and PostgreSQL both understand. Amounts are micro-dollars, odds the owner's
-- lines, numbers of markets quarters. What is null was told by a step before the history begins.

create table accounts (
    id             bigint primary key,
    credit_limit   bigint,
    max_liability  bigint,
    commission_ppm integer,
    banned         boolean,
    balance        bigint,
    liability      bigint
);

-- ending: null while the order is open. expires_at_millis: 0 if it rests until the game starts.
create table orders (
    id                bigint primary key,
    account           bigint not null,
    wager_request     bigint not null,
    transaction       bigint,
    game              bigint not null,
    market_type       varchar(16) not null,
    subject           varchar(8) not null,
    number            integer not null,
    outcome           varchar(8) not null,
    line              integer not null,
    stake             bigint not null,
    filled            bigint not null,
    order_type        varchar(24),
    ending            varchar(24),
    created_at_millis bigint,
    expires_at_millis bigint,
    ended_at_millis   bigint,
    reference         varchar
);

-- One row for each half of a match. win: gross, before commission.
create table fills (
    transaction       bigint not null,
    maker             boolean not null,
    order_id          bigint not null,
    account           bigint not null,
    game              bigint not null,
    line              integer not null,
    stake             bigint not null,
    win               bigint not null,
    fee_if_won        bigint not null,
    fee_if_lost       bigint not null,
    matched_at_millis bigint not null,
    primary key (transaction, maker)
);

-- One row: whose history this is, the last step in it with that step's time, and where it begins.
-- Written in the transaction that writes the rows. incomplete_before: 0 if no step is missing.
create table applied (
    exchange          bigint not null,
    sequence          bigint not null,
    at_millis         bigint not null,
    incomplete_before bigint not null
);
