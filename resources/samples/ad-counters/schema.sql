-- Advertising: ads with their campaigns and creatives are read with every page; what was seen and clicked is
-- appended and counted.

CREATE TABLE advertisers (
    advertiser_id bigint PRIMARY KEY,
    name          varchar(120) NOT NULL,
    country       char(2)      NOT NULL
);

CREATE TABLE campaigns (
    campaign_id   bigint PRIMARY KEY,
    advertiser_id bigint        NOT NULL REFERENCES advertisers (advertiser_id),
    name          varchar(120)  NOT NULL,
    daily_budget  numeric(12,2) NOT NULL,
    ends_on       date          NOT NULL
);
CREATE INDEX campaigns_advertiser_idx ON campaigns (advertiser_id);

CREATE TABLE ads (
    ad_id       bigint PRIMARY KEY,
    campaign_id bigint       NOT NULL REFERENCES campaigns (campaign_id),
    headline    varchar(90)  NOT NULL,
    landing_url varchar(300) NOT NULL
);
CREATE INDEX ads_campaign_idx ON ads (campaign_id);

-- The forms in which an ad can be shown: never more than six.
CREATE TABLE creatives (
    ad_id     bigint   NOT NULL REFERENCES ads (ad_id),
    slot      smallint NOT NULL,
    width     smallint NOT NULL,
    height    smallint NOT NULL,
    image_url varchar(200) NOT NULL,
    PRIMARY KEY (ad_id, slot)
);

CREATE TABLE impressions (
    impression_id bigint PRIMARY KEY,          -- Snowflake: time-ordered
    ad_id         bigint      NOT NULL REFERENCES ads (ad_id),
    cost_micros   bigint      NOT NULL,
    seen_at       timestamptz NOT NULL
);
CREATE INDEX impressions_ad_seen_idx ON impressions (ad_id, seen_at);

COMMENT ON TABLE impressions IS 'Events: appended, never changed, kept in the engine for 30 days, a partition a day, then as files for two years';
