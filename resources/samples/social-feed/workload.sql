-- boundary: Identity tables=users
-- boundary: Content tables=posts,likes
-- boundary: Graph tables=follows
-- boundary: Feed tables=timelines

-- table: users     rows=300M growth=300k/day
-- table: posts     rows=20G  growth=518M/day
-- table: follows   rows=60G  growth=60M/day
-- table: likes     rows=300G growth=4.5G/day retention=180d removal=partitions(7d)
-- table: timelines rows=725G growth=103.6G/day retention=7d removal=partitions(1d)

-- column: users.bio avg=90B max=160B nulls=0.4
-- column: users.handle avg=11B
-- column: users.email avg=24B
-- column: users.display_name avg=14B
-- column: posts.body avg=110B max=280B
-- column: posts.reply_to nulls=0.6

-- relationship: follows.followee_id mean=200 max=100M powerlaw(2.1)
-- relationship: follows.follower_id mean=200 max=5k geometric
-- relationship: posts.author_id mean=67 max=1M powerlaw(2.3)
-- relationship: likes.post_id mean=15 max=20M powerlaw(2.1)

-- requirement: dominant=latency availability=99.95% regions=us,eu

-- engine: cassandra
-- engine: postgresql
-- engine: dynamodb
-- engine: redis

-- name: GetTimeline :many
-- rate: 35k/s peak=60k/s diurnal(peak=20:00, trough=0.35)
-- keys: user_id zipf(0.6)
-- consistency: eventual
-- p99: 50ms
-- page: 50 cursor
SELECT post_id, author_id, created_at
  FROM timelines
 WHERE user_id = $1 AND created_at < $2
 ORDER BY created_at DESC
 LIMIT 50;

-- name: GetPost :one
-- rate: 82k/s peak=140k/s diurnal(peak=20:00, trough=0.35)
-- keys: post_id zipf(1.2)
-- consistency: bounded(5s)
-- p99: 20ms
SELECT post_id, author_id, body, like_count, created_at
  FROM posts
 WHERE post_id = $1;

-- name: ListPostsByAuthor :many
-- rate: 31k/s peak=53k/s diurnal(peak=20:00, trough=0.35)
-- keys: author_id zipf(1.2)
-- consistency: eventual
-- p99: 50ms
-- page: 20 cursor
SELECT post_id, body, like_count, created_at
  FROM posts
 WHERE author_id = $1
 ORDER BY created_at DESC
 LIMIT 20;

-- name: GetProfile :one
-- rate: 40k/s peak=68k/s diurnal(peak=20:00, trough=0.35)
-- keys: user_id zipf(1.2)
-- consistency: bounded(60s)
-- p99: 20ms
SELECT user_id, handle, display_name, bio, created_at
  FROM users
 WHERE user_id = $1;

-- name: GetUserByHandle :one
-- rate: 2k/s
-- keys: handle zipf(0.9)
-- consistency: eventual
-- p99: 30ms
SELECT user_id, display_name
  FROM users
 WHERE handle = $1;

-- name: ListFollowers :many
-- rate: 4k/s
-- keys: followee_id zipf(0.99)
-- consistency: eventual
-- p99: 50ms
-- page: 100 cursor
SELECT follower_id, created_at
  FROM follows
 WHERE followee_id = $1
 ORDER BY follower_id
 LIMIT 100;

-- name: CreatePost :exec
-- rate: 6k/s peak=10k/s diurnal(peak=20:00, trough=0.35)
-- keys: author_id powerlaw(2.3)
-- consistency: read-your-writes
-- p99: 50ms
INSERT INTO posts (post_id, author_id, reply_to, body)
VALUES ($1, $2, $3, $4);

-- name: FanOutPost :exec
-- rate: 6k/s peak=10k/s diurnal(peak=20:00, trough=0.35)
-- consistency: eventual
-- p99: 5s
INSERT INTO timelines (user_id, created_at, post_id, author_id)
SELECT follower_id, $2, $1, $3
  FROM follows
 WHERE followee_id = $3;

-- name: LikePost :exec
-- rate: 52k/s peak=90k/s diurnal(peak=20:00, trough=0.35)
-- keys: post_id zipf(1.2)
-- consistency: eventual
-- p99: 50ms
-- idempotent: yes
INSERT INTO likes (post_id, user_id)
VALUES ($1, $2)
ON CONFLICT (post_id, user_id) DO NOTHING;

-- name: CountLike :exec
-- rate: 52k/s peak=90k/s diurnal(peak=20:00, trough=0.35)
-- keys: post_id zipf(1.2)
-- consistency: eventual
-- p99: 50ms
UPDATE posts SET like_count = like_count + 1
 WHERE post_id = $1;

-- name: FollowUser :exec
-- rate: 700/s
-- keys: followee_id powerlaw(2.1)
-- consistency: read-your-writes
-- p99: 50ms
INSERT INTO follows (follower_id, followee_id)
VALUES ($1, $2);
