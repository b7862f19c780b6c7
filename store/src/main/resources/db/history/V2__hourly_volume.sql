-- Both stakes of all matches of an hour, which is counted since 1970. Days of any time zone that is
-- whole hours from UTC are sums of such rows. Written in the transaction that writes the fills.
create table hourly_volume (
    utc_hour bigint primary key,
    volume   bigint not null
);

insert into hourly_volume (utc_hour, volume)
select utc_hour, cast(sum(stake) as bigint)
from (select matched_at_millis / 3600000 as utc_hour, stake from fills) hourly
group by utc_hour;
