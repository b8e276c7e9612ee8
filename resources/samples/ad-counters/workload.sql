-- boundary: Catalogue tables=advertisers,campaigns,ads,creatives
-- boundary: Events tables=impressions

-- table: advertisers rows=50k  growth=20/day
-- table: campaigns   rows=1M   growth=2k/day
-- table: ads         rows=10M  growth=20k/day
-- table: creatives   rows=40M  growth=80k/day
-- table: impressions rows=300G retention=730d removal=partitions(1d) tier=lake(after=30d, medium=object_storage) tier=vault(after=365d, medium=archive)

-- column: impressions.impression_id generator=snowflake
-- column: advertisers.name avg=22B
-- column: campaigns.name avg=30B
-- column: ads.headline avg=50B
-- column: ads.landing_url avg=80B
-- column: creatives.image_url avg=70B

-- relationship: campaigns.advertiser_id mean=20 max=5k geometric
-- relationship: ads.campaign_id mean=10 max=500 geometric
-- relationship: creatives.ad_id mean=4 max=6 fixed
-- relationship: impressions.ad_id mean=30k max=3G powerlaw(2.1)

-- requirement: dominant=throughput availability=99.9% regions=us

-- engine: postgresql
-- engine: cassandra
-- engine: dynamodb
-- engine: redis

-- name: RecordImpression :exec
-- rate: 10G/day diurnal(peak=20:00, trough=0.4)
-- keys: ad_id zipf(0.9)
-- consistency: eventual
-- p99: 100ms
-- verb: append
INSERT INTO impressions (impression_id, ad_id, cost_micros, seen_at)
VALUES ($1, $2, $3, $4);

-- name: ImpressionsOfAd :one
-- rate: 20k/s diurnal(peak=14:00, trough=0.3)
-- keys: ad_id zipf(0.9)
-- consistency: bounded(60s)
-- p99: 100ms
SELECT count(*), sum(cost_micros)
  FROM impressions
 WHERE ad_id = $1 AND seen_at >= $2;

-- name: ShowAd :one
-- rate: 110k/s diurnal(peak=20:00, trough=0.4)
-- keys: ad_id zipf(0.9)
-- consistency: bounded(60s)
-- p99: 20ms
SELECT a.ad_id, a.headline, a.landing_url, c.name, c.ends_on, v.name
  FROM ads a
  JOIN campaigns c ON c.campaign_id = a.campaign_id
  JOIN advertisers v ON v.advertiser_id = c.advertiser_id
 WHERE a.ad_id = $1;

-- name: CreativesOfAd :many
-- rate: 110k/s diurnal(peak=20:00, trough=0.4)
-- keys: ad_id zipf(0.9)
-- consistency: bounded(60s)
-- p99: 20ms
SELECT slot, width, height, image_url
  FROM creatives
 WHERE ad_id = $1
 ORDER BY slot;

-- name: AdsOfCampaign :many
-- rate: 300/s
-- keys: campaign_id zipf(0.7)
-- consistency: read-your-writes
-- p99: 100ms
-- page: 50 cursor
SELECT ad_id, headline
  FROM ads
 WHERE campaign_id = $1
 ORDER BY ad_id
 LIMIT 50;

-- name: CreateAd :exec
-- rate: 1/s
-- consistency: strong
-- p99: 200ms
INSERT INTO ads (ad_id, campaign_id, headline, landing_url)
VALUES ($1, $2, $3, $4);

-- name: AddCreative :exec
-- rate: 4/s
-- consistency: strong
-- p99: 200ms
INSERT INTO creatives (ad_id, slot, width, height, image_url)
VALUES ($1, $2, $3, $4, $5);

-- name: RenameCampaign :exec
-- rate: 5/s
-- keys: campaign_id zipf(0.7)
-- consistency: strong
-- p99: 500ms
UPDATE campaigns SET name = $2
 WHERE campaign_id = $1;
